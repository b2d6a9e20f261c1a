using System.Text.Json.Serialization;
using DealBot.Contracts;

namespace DealBot.Host.Health;

/// <summary>How much a finding matters.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingLevel>))]
public enum FindingLevel
{
    /// <summary>Good to know; passes by itself.</summary>
    Note,

    /// <summary>The service works, but someone should look.</summary>
    Warning,

    /// <summary>The service can't do its work.</summary>
    Fatal,
}

/// <summary>Something that is not as it should be.</summary>
/// <param name="Code">Stable word for alarms, for example <c>posts_late</c>.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Zh">What and what to do, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record Finding(string Code, FindingLevel Level, string Zh, string En)
{
    public static Finding Of(string code, FindingLevel level, Phrase text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Finding(code, level, text.Zh, text.En);
    }
}
