using System.Text;
using DealBot.Core.Posting;

namespace DealBot.Storage;

/// <summary>Enumerations as the database and other programs read them: lower case with underscores.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
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

    /// <summary>The state of a post as the database names it.</summary>
    public static PostState StateOf(string name) => Enum.Parse<PostState>(name, ignoreCase: true);
}
