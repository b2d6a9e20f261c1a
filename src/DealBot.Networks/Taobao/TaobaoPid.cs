using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace DealBot.Networks.Taobao;

/// <summary>A promotion position as Alimama's console writes it: <c>mm_member_site_adzone</c>.</summary>
/// <param name="Member">Who earns.</param>
/// <param name="Site">The filed site, app or channel (备案媒体).</param>
/// <param name="Adzone">The position itself; orders carry it.</param>
internal sealed partial record TaobaoPid(string Member, string Site, string Adzone)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out TaobaoPid? pid)
    {
        var match = Shape().Match(text ?? "");
        pid = match.Success ? new TaobaoPid(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;
        return match.Success;
    }

    /// <exception cref="FormatException">The text is no pid.</exception>
    public static TaobaoPid Parse(string text) => TryParse(text, out var pid) ? pid : throw new FormatException("not mm_1_2_3");

    public override string ToString() => $"mm_{Member}_{Site}_{Adzone}";

    [GeneratedRegex(@"\Amm_([0-9]{1,19})_([0-9]{1,19})_([0-9]{1,19})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
