using System.Buffers;
using System.Text;
using System.Text.Json;
using DealBot.Core.Configuration;

namespace DealBot.Host.Secrets;

/// <summary>
/// Replaces known secrets in a text, as they are and in the forms they take in addresses, JSON and base64. The last line of defence: nothing
/// that writes texts may rely on it.
/// </summary>
public sealed class SecretMask
{
    private const string Mask = "***";

    /// <summary>Shorter values are words of ordinary texts; to mask them would spoil more than it hides.</summary>
    private const int ShortestSecret = 8;

    private readonly Lock _changing = new();
    private volatile Known _known = Known.Nothing;

    /// <summary>Knows every setting whose name speaks of a secret.</summary>
    public static SecretMask Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mask = new SecretMask();
        mask.Add(new[] { Settings.SettingsLoader.Section, "Serilog" }.SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(setting => setting.Value is not null && SecretNames.Speaks(setting.Key.Split(':')[^1]))
            .Select(setting => setting.Value!));
        return mask;
    }

    /// <summary>Adds secrets that became known later.</summary>
    public void Add(params IEnumerable<string> secrets)
    {
        var forms = secrets.Where(secret => secret.Length >= ShortestSecret).SelectMany(Forms).ToList();
        lock (_changing)
        {
            _known = Known.Of([.. _known.Forms.Concat(forms).Distinct().OrderByDescending(form => form.Length)]);
        }
    }

    /// <summary>The text without secrets; the same object if it has none.</summary>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = _known;
        var at = text.AsSpan().IndexOfAny(known.Search);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.AsSpan(from).IndexOfAny(known.Search))
        {
            var start = from + at;
            result.Append(text, from, at).Append(Mask);
            from = start + known.Forms.First(form => string.CompareOrdinal(text, start, form, 0, form.Length) == 0).Length;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
        return [secret, Uri.EscapeDataString(secret), Uri.EscapeDataString(secret).ToLowerInvariant(), $"{JsonEncodedText.Encode(secret)}", base64, base64.Replace('+', '-').Replace('/', '_'), Uri.EscapeDataString(base64)];
    }

    private sealed record Known(IReadOnlyList<string> Forms, SearchValues<string> Search)
    {
        public static readonly Known Nothing = Of([]);

        public static Known Of(IReadOnlyList<string> forms) => new(forms, SearchValues.Create([.. forms], StringComparison.Ordinal));
    }
}
