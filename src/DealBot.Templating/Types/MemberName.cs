using System.Text;

namespace DealBot.Templating.Types;

/// <summary>The names of .NET properties in templates.</summary>
internal static class MemberName
{
    /// <summary>Lower case, with <c>_</c> before each capital but at the start and after another capital.</summary>
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
                result.Append('_');
            result.Append(char.IsUpper(name[i]) ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return result.ToString();
    }
}
