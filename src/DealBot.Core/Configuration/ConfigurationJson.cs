using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>How the configuration is written as JSON: yuan and percent as decimal numbers, comments and trailing commas allowed.</summary>
public static class ConfigurationJson
{
    /// <summary>The options that read the files and export their schemas.</summary>
    public static readonly JsonSerializerOptions Options = Create(JsonNumberHandling.Strict);

    /// <summary>The same for appsettings.json and environment variables, where a number is text and names begin with a capital, as .NET has them, though case does not count.</summary>
    public static readonly JsonSerializerOptions TextValues = Create(JsonNumberHandling.AllowReadingFromString);

    /// <summary>How a document is read.</summary>
    public static readonly JsonDocumentOptions Document = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static JsonSerializerOptions Create(JsonNumberHandling numbers)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = numbers == JsonNumberHandling.Strict ? JsonNamingPolicy.CamelCase : null,
            PropertyNameCaseInsensitive = numbers != JsonNumberHandling.Strict,
            NumberHandling = numbers,
            // Elements are bound from their original text, so what the document skips must be skipped here again.
            RespectNullableAnnotations = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            WriteIndented = true,
            IndentSize = 2,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new DecimalConverter<Money>(Money.FromYuan, money => money.Yuan));
        options.Converters.Add(new DecimalConverter<Rate>(Rate.FromPercent, rate => rate.Percent));
        options.Converters.Add(new TimeOfDayConverter());
        if (numbers != JsonNumberHandling.Strict)
        {
            options.Converters.Add(new TruthFromTextConverter());
        }

        options.MakeReadOnly();
        return options;
    }

    private sealed class DecimalConverter<T>(Func<decimal, T> read, Func<T, decimal> write) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return read(JsonSerializer.Deserialize<decimal>(ref reader, options));
            }
            catch (OverflowException)
            {
                throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(write(value));
    }

    private sealed class TruthFromTextConverter : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var truth) => truth,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }

    /// <summary>Hours and minutes as people write them: 8:30, 08:30.</summary>
    private sealed class TimeOfDayConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && TimeOnly.TryParseExact(reader.GetString(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
