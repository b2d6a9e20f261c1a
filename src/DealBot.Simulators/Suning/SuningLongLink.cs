using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>A long link: it names promoter, position, group and target in plain text, and as its mark, which link it is.</summary>
internal static class SuningLongLink
{
    public const string Mark = "mark";

    public static string Write(Uri address, MarketLink link, string userId, string target) => new Uri(
        address,
        $"visitor.htm?userId={userId}&webSiteId=0&adInfoId=0&adBookId={link.Tracking.PositionId}&channel=14&subUserEx={link.Tracking.SubId}"
        + $"&vistURL={Uri.EscapeDataString(target)}&{Mark}={link.Opaque}").AbsoluteUri;
}
