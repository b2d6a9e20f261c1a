using System.Text;
using DealBot.Core.Posting;

namespace DealBot.Storage;

/// <summary>Enumerations as the database and other programs read them: lower case with underscores.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => Written<T>.Names.TryGetValue(value, out var name) ? name : Write(value.ToString());

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum => Written<T>.Values.TryGetValue(name, out var value) ? value : Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The state of a post as the database names it.</summary>
    public static PostState StateOf(string name) => Enum.Parse<PostState>(name, ignoreCase: true);

    private static string Write(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>Written once for each value: rows come by the thousand.</summary>
    private static class Written<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => Write(value.ToString()));

        public static readonly IReadOnlyDictionary<string, T> Values = Names.ToDictionary(written => written.Value, written => written.Key);
    }
}
