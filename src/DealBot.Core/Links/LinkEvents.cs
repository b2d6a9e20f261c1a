using Microsoft.Extensions.Logging;

namespace DealBot.Core.Links;

/// <summary>What the log says of networks that do not convert or list, each with its number: 1340 to 1359, and 1380 to 1389.</summary>
internal static partial class LinkEvents
{
    [LoggerMessage(1340, LogLevel.Warning, "Test link of {Network}/{Account} failed ({Failures} in a row), {Code}: {Reason}")]
    public static partial void CanaryFailed(ILogger logger, string network, string account, int failures, string code, string reason);

    [LoggerMessage(1341, LogLevel.Information, "Test link of {Network}/{Account} works again")]
    public static partial void CanaryWorks(ILogger logger, string network, string account);

    [LoggerMessage(1342, LogLevel.Warning, "{Network} does not answer; its channels from {Channel} on are left for the next sync")]
    public static partial void ListingGivenUp(ILogger logger, string network, string channel);

    [LoggerMessage(1380, LogLevel.Error, "The client of {Network}/{Account} threw in {Member}, which it must not; the others go on")]
    public static partial void ClientThrew(ILogger logger, Exception exception, string network, string account, string member);
}
