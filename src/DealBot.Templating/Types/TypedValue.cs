using System.Collections;
using System.Text.Json;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Types;

/// <summary>Values of .NET objects as values of templates.</summary>
internal static class TypedValue
{
    /// <summary>Items that are copied from a sequence of unknown length, which may have no end.</summary>
    private const int MostCopied = 100_000;

    /// <summary>Dictionaries and sequences inside of each other; deeper ones most likely contain themselves.</summary>
    private const int DeepestCopy = 32;

    /// <exception cref="ArgumentException">The value is of a type that was not added.</exception>
    public static object? Of(TemplateTypes types, object? value, int depth = 0) => value switch
    {
        null or string or bool or int or long or double or decimal or TemplateObject or TemplateArray or TemplateFunction => value,
        Enum or Guid => value.ToString(),
        Uri uri => uri.OriginalString,
        DateOnly day => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
        TimeOnly time => time.ToTimeSpan(),
        JsonElement json => HostValue.FromJson(json),
        _ => types.TryFrom(value) ?? Collection(types, value, depth) ?? (HostValue.TryAccept(value, out var known) ? known : throw new ArgumentException(Unknown(value))),
    };

    public static string Unknown(object value) => $"Templates may not read values of type {value.GetType()}; it was not added to the types.";

    private static object? Collection(TemplateTypes types, object value, int depth) => value switch
    {
        IDictionary dictionary => Object(types, dictionary, Deeper(depth, value)),
        IReadOnlyList<object?> list => new TypedList(types, list),
        IList list => new TypedList(types, new ListView(list)),
        IEnumerable sequence => Copy(types, sequence, Deeper(depth, value)),
        _ => null,
    };

    private static int Deeper(int depth, object value) => depth < DeepestCopy
        ? depth + 1
        : throw new ArgumentException($"The values of {value.GetType()} are nested too deeply or contain themselves.");

    private static TemplateObject Object(TemplateTypes types, IDictionary dictionary, int depth)
    {
        var result = new TemplateObject();
        foreach (DictionaryEntry entry in dictionary)
            result[entry.Key as string ?? throw new ArgumentException($"Templates read dictionaries only by string keys, not {dictionary.GetType()}.")] =
                Of(types, entry.Value, depth);
        return result;
    }

    private static TemplateArray Copy(TemplateTypes types, IEnumerable sequence, int depth)
    {
        var result = new TemplateArray();
        foreach (var item in sequence)
        {
            if (result.Count == MostCopied)
                throw new ArgumentException($"The sequence has more than {MostCopied} items; hand over a list.");
            result.Add(Of(types, item, depth));
        }

        return result;
    }

    /// <summary>A list of value types, which are boxed as they are read.</summary>
    private sealed class ListView(IList list) : IReadOnlyList<object?>
    {
        public int Count => list.Count;

        public object? this[int index] => list[index];

        public IEnumerator<object?> GetEnumerator() => list.Cast<object?>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => list.GetEnumerator();
    }
}
