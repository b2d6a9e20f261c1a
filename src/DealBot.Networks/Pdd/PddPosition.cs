using System.Text.RegularExpressions;

namespace DealBot.Networks.Pdd;

/// <summary>A promotion position (PID): the member's id, an underscore, a number.</summary>
internal static partial class PddPosition
{
    public static bool IsWellFormed(string position) => Shape().IsMatch(position);

    /// <summary>Whether two positions belong to one member; orders of another member's are not the owner's.</summary>
    public static bool AreOfOneMember(string left, string right) =>
        IsWellFormed(left) && IsWellFormed(right) && MemberOf(left) == MemberOf(right);

    private static string MemberOf(string position) => position[..position.IndexOf('_', StringComparison.Ordinal)];

    [GeneratedRegex(@"\A[0-9]{1,20}_[0-9]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
