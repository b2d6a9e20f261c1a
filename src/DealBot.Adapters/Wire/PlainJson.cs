using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DealBot.Adapters.Wire;

/// <summary>
/// JSON whose texts stand as they are. WeCom documents a refusal (40033) of <c>\uXXXX</c> escapes, and every encoder of the
/// base library, the relaxed one included, escapes emoji that way.
/// </summary>
internal static class PlainJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Names of properties go through the encoder and not through the converter.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new UnescapedText() },
    };

    /// <summary>The object as the text that <see cref="WatchedContent.Json"/> sends.</summary>
    public static string Text<T>(T payload) => JsonSerializer.Serialize(payload, Options);

    private sealed class UnescapedText : JsonConverter<string>
    {
        private static readonly SearchValues<char> Special =
            SearchValues.Create(['"', '\\', .. Enumerable.Range(0, 0x20).Select(code => (char)code)]);

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Encoding.UTF8.GetBytes(Quote(value)), skipInputValidation: true);

        private static string Quote(string text)
        {
            if (!text.AsSpan().ContainsAny(Special))
                return $"\"{text}\"";

            var quoted = new StringBuilder(text.Length + 16).Append('"');
            foreach (var character in text)
                Append(quoted, character);

            return quoted.Append('"').ToString();
        }

        private static void Append(StringBuilder quoted, char character) => _ = character switch
        {
            '"' => quoted.Append("\\\""),
            '\\' => quoted.Append("\\\\"),
            '\n' => quoted.Append("\\n"),
            '\r' => quoted.Append("\\r"),
            '\t' => quoted.Append("\\t"),
            < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            _ => quoted.Append(character),
        };
    }
}
