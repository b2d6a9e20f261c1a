using System.Text;
using System.Text.Json;
using System.Web;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>
/// Proves that a converted link is the owner's. A long link is <c>redirect.php?url=…</c>, where the value is JSON in Base64 that names the union code
/// (<c>ucode</c>) and the position (<c>chan</c>). A link that names neither as the owner's is refused: it would earn for somebody else, or for nobody.
/// </summary>
internal sealed class VipLinkProof(VipOptions options, VipAccount account)
{
    private const string Packed = "url";

    // Vipshop's documents call the position by several names.
    private static readonly string[] PositionNames = ["chan", "chanTag", "channelTag"];
    private static readonly string[] UnionNames = ["ucode"];
    private static readonly string[] StatNames = ["statParam"];

    /// <summary>Null if the link may be posted, else the code of the refusal, and what of the link the owner can look at.</summary>
    public (string Code, string? Shown)? Check(string link, string materialUrl, string chanTag, string? statParam)
    {
        if (CheckShort(link, materialUrl) is { } fault)
        {
            return fault;
        }

        var told = Read(new Uri(link));
        var unions = Values(told, UnionNames);
        var positions = Values(told, PositionNames);

        // A value that nobody asked for is somebody else's.
        if (positions.Any(position => position != chanTag) || Values(told, StatNames).Any(value => value != (statParam ?? "")))
        {
            return (WireFaults.TrackingMismatch, null);
        }

        var hasUnion = !string.IsNullOrEmpty(account.UnionCode);
        if (hasUnion && unions.Any(union => union != account.UnionCode))
        {
            return (WireFaults.UnionMismatch, Shown(unions));
        }

        return positions.Length > 0 || (hasUnion && unions.Length > 0) ? null : (WireFaults.UnprovenLink, Shown(unions));
    }

    /// <summary>What can be told of a short link, which stands only beside a long one of the same answer.</summary>
    public (string Code, string? Shown)? CheckShort(string link, string materialUrl) =>
        LinkTrust.Check(link, materialUrl, options.LinkHosts, out var url) is { } fault ? (fault, url?.Host) : null;

    private static string? Shown(string[] unions) => unions.Length == 0 ? null : $"ucode={unions[0]}";

    private static string[] Values(IEnumerable<(string Name, string Value)> told, string[] names) =>
        [.. told.Where(pair => names.Contains(pair.Name, StringComparer.OrdinalIgnoreCase) && pair.Value.Length > 0).Select(pair => pair.Value)];

    private static List<(string Name, string Value)> Read(Uri link)
    {
        var query = HttpUtility.ParseQueryString(link.Query);
        var told = query.AllKeys.OfType<string>().SelectMany(name => query.GetValues(name)!.Select(value => (name, value))).ToList();
        told.AddRange(query.GetValues(Packed)?.SelectMany(Unpack) ?? []);
        return told;
    }

    private static IEnumerable<(string Name, string Value)> Unpack(string packed)
    {
        // A plus sign that nobody escaped has become a blank on the way through the query.
        var letters = packed.Replace(' ', '+').Replace('-', '+').Replace('_', '/').TrimEnd('=');
        try
        {
            var json = Encoding.UTF8.GetString(Convert.FromBase64String(letters.PadRight((letters.Length + 3) / 4 * 4, '=')));
            return [.. WireNode.Parse(json).Members.Where(member => member.Value.Text is not null).Select(member => (member.Name, member.Value.Text!))];
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // Written in some other way; then it proves nothing.
            return [];
        }
    }
}
