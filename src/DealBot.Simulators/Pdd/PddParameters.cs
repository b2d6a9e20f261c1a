using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DealBot.Simulators.Pdd;

/// <summary>
/// The flat parameters of a call, a form or a JSON object, each as the text that is signed. Remembers what could not be read, so that a method asks for
/// everything first and refuses once.
/// </summary>
internal sealed class PddParameters(IReadOnlyDictionary<string, string> sent)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Everything, as it is signed.</summary>
    public IReadOnlyDictionary<string, string> Sent => sent;

    /// <summary>Name of the first parameter of a wrong form; null if all were readable.</summary>
    public string? Malformed { get; private set; }

    public static async Task<PddParameters> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return new PddParameters(form.ToDictionary(pair => pair.Key, pair => pair.Value[0] ?? ""));
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return new PddParameters(Flatten(document.RootElement));
        }
        catch (JsonException)
        {
            return new PddParameters(new Dictionary<string, string>());
        }
    }

    public string? Text(string name) => sent.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public long? Number(string name) => Parse<long>(name, text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    public bool? Flag(string name) => Parse<bool>(name, text => bool.TryParse(text, out var flag) ? flag : null);

    /// <summary>A list of texts, itself written as JSON.</summary>
    public IReadOnlyList<string> List(string name)
    {
        if (Text(name) is not { } text)
            return [];

        try
        {
            return JsonSerializer.Deserialize<string[]>(text) ?? [];
        }
        catch (JsonException)
        {
            Malformed ??= name;
            return [];
        }
    }

    private static Dictionary<string, string> Flatten(JsonElement root) => root.ValueKind != JsonValueKind.Object ? [] : root.EnumerateObject()
        .Where(member => member.Value.ValueKind != JsonValueKind.Null)
        .GroupBy(member => member.Name, member => member.Value)
        .ToDictionary(members => members.Key, members => members.Last() is { ValueKind: JsonValueKind.String } text ? text.GetString()! : JsonSerializer.Serialize(members.Last(), Plain));

    private T? Parse<T>(string name, Func<string, T?> parse) where T : struct
    {
        if (Text(name) is not { } text)
            return null;

        var parsed = parse(text);
        if (parsed is null)
            Malformed ??= name;
        return parsed;
    }
}
