using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;

namespace DealBot.Core.Links;

/// <summary>What test links go by: whose accounts they are, whom to tell, the clock, options.</summary>
public sealed record CanaryScope(LiveConfiguration Configuration, INotices Notices, TimeProvider Time, ConversionOptions Options)
{
    /// <summary>How many accounts of one network are tried side by side; with 1 the networks follow one another as well.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>The clock of the owner of an account, for the moments that he is told. An edit may just have left it to nobody.</summary>
    public TimeZoneInfo ZoneOf(IAffiliateNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var owner = Configuration.Current.HolderOf(network.Name, network.Account);
        return TimeZoneInfo.FindSystemTimeZoneById(owner?.Digest.TimeZone ?? Group.DefaultTimeZone);
    }
}
