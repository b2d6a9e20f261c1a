using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>Values as JSON.</summary>
internal static class JsonText
{
    /// <summary>Also what ends the writing of an object that contains itself.</summary>
    private const int DeepestValue = 20;

    public static string Of(RenderContext context, object? value)
    {
        if (value is TemplateFunction)
            throw new FunctionFailure("Can not serialize functions to JSON.");
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(context, writer, value, 1);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(RenderContext context, Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > DeepestValue)
            throw new FunctionFailure("Structure is too deeply nested or contains reference loops.");
        context.CountStep(context.CallSite);
        switch (context.Current(value))
        {
            case null or TemplateFunction: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): writer.WriteNumberValue(number); break;
            case BigInteger number: writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTimeOffset date: writer.WriteStringValue(date); break;
            case TimeSpan span: writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture)); break;
            case EmptyValue: writer.WriteStartObject(); writer.WriteEndObject(); break;
            case TemplateObject members: WriteObject(context, writer, members, depth); break;
            case IReadOnlyList<object?> items: WriteList(context, writer, items, depth); break;
            case string text: writer.WriteStringValue(Bounded(context, writer, text)); break;
            case var other: writer.WriteStringValue(Convert.ToString(other, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteObject(RenderContext context, Utf8JsonWriter writer, TemplateObject members, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(Bounded(context, writer, name));
            Write(context, writer, value, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(RenderContext context, Utf8JsonWriter writer, IReadOnlyList<object?> items, int depth)
    {
        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            Write(context, writer, items[i], depth + 1);
            Bounded(context, writer, "");
        }

        writer.WriteEndArray();
    }

    /// <summary>The text, if what is written already and it fit into the limit; escapes are counted once they are written.</summary>
    private static string Bounded(RenderContext context, Utf8JsonWriter writer, string text)
    {
        var length = writer.BytesCommitted + writer.BytesPending + text.Length;
        if (length > context.Options.OutputLimit)
            context.GuardLength(context.CallSite, length);
        return text;
    }
}
