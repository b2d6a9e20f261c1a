using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace DealBot.Host.Secrets;

/// <summary>Passes events on to a logger without the secrets in them: in the template, in any property however deep, in the exception.</summary>
internal sealed class MaskingSink(Logger inner, SecretMask mask) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateParser Parser = new();

    public void Emit(LogEvent logEvent)
    {
        var template = mask.Apply(logEvent.MessageTemplate.Text);
        inner.Write(new LogEvent(
            logEvent.Timestamp,
            logEvent.Level,
            Cleaned(logEvent.Exception),
            ReferenceEquals(template, logEvent.MessageTemplate.Text) ? logEvent.MessageTemplate : Parser.Parse(template),
            logEvent.Properties.Select(property => new LogEventProperty(property.Key, Cleaned(property.Value)))));
    }

    public void Dispose() => inner.Dispose();

    private Exception? Cleaned(Exception? exception)
    {
        if (exception?.ToString() is not { } text || mask.Apply(text) is not { } cleaned || ReferenceEquals(text, cleaned))
        {
            return exception;
        }

        return new MaskedException(cleaned);
    }

    private LogEventPropertyValue Cleaned(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => mask.Apply(text) is var cleaned && ReferenceEquals(text, cleaned) ? value : new ScalarValue(cleaned),
        ScalarValue { Value: not null and not ValueType } other => Cleaned(new ScalarValue($"{other.Value}")) is ScalarValue cleaned && !Equals(cleaned.Value, $"{other.Value}") ? cleaned : value,
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Cleaned)),
        StructureValue structure => new StructureValue(structure.Properties.Select(property => new LogEventProperty(property.Name, Cleaned(property.Value))), structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(pair =>
            new KeyValuePair<ScalarValue, LogEventPropertyValue>(Cleaned(pair.Key) as ScalarValue ?? pair.Key, Cleaned(pair.Value)))),
        _ => value,
    };

    /// <summary>An exception of which only the cleaned text is left.</summary>
    private sealed class MaskedException(string text) : Exception(text)
    {
        public override string ToString() => Message;
    }
}
