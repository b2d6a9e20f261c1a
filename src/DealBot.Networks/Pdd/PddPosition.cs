using System.Text.RegularExpressions;

namespace DealBot.Networks.Pdd;

/// <summary>A promotion position (PID): the member's id, an underscore, a number.</summary>
internal static partial class PddPosition
{
    public static bool IsWellFormed(string position) => Shape().IsMatch(position);

    /// <summary>Who earns by a position; null if it is none.</summary>
    public static string? MemberOf(string position) => IsWellFormed(position) ? position[..position.IndexOf('_', StringComparison.Ordinal)] : null;

    /// <summary>Whether two positions belong to one member; orders of another member's are not the owner's.</summary>
    public static bool AreOfOneMember(string left, string right) =>
        MemberOf(left) is { } member && member == MemberOf(right);

    [GeneratedRegex(@"\A[0-9]{1,20}_[0-9]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
