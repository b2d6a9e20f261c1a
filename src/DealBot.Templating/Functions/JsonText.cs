using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Values as JSON. What HTML could misread is escaped; other scripts than Latin are not.</summary>
internal static class JsonText
{
    private const int DeepestValue = 20;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(RenderContext context, object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(context, writer, value, 0);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(RenderContext context, Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > DeepestValue)
            throw new FunctionFailure("Structure is too deeply nested or contains reference loops.");
        context.CountStep(context.CallSite);
        if (writer.BytesCommitted + writer.BytesPending > 4L * context.Options.OutputLimit)
            throw new FunctionFailure($"The text exceeds the limit of `{context.Options.OutputLimit}` characters.");
        switch (context.Current(value))
        {
            case null or TemplateFunction: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case BigInteger number: writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTimeOffset date: writer.WriteStringValue(date); break;
            case TemplateObject members: WriteObject(context, writer, members, depth); break;
            case IReadOnlyList<object?> items: WriteList(context, writer, items, depth); break;
            case var other: writer.WriteStringValue(context.Print(context.CallSite, other)); break;
        }
    }

    private static void WriteObject(RenderContext context, Utf8JsonWriter writer, TemplateObject members, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(context, writer, value, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(RenderContext context, Utf8JsonWriter writer, IReadOnlyList<object?> items, int depth)
    {
        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
            Write(context, writer, items[i], depth + 1);
        writer.WriteEndArray();
    }
}
