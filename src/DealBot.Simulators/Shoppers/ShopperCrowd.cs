using System.Globalization;

namespace DealBot.Simulators.Shoppers;

/// <summary>
/// Plans who opens the links of a post and who buys. Pure: the same seed, group, post and deals always give the same visits, on
/// every machine.
/// </summary>
/// <param name="seed">Another seed is another crowd.</param>
public sealed class ShopperCrowd(int seed)
{
    private const double SecondClickShare = 0.12;
    private const double LeastClicks = 0.01;
    private const double MostClicks = 0.06;
    private const double LeastBuys = 0.05;
    private const double MostBuys = 0.15;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(8);

    /// <summary>The visits that a post draws, in the order of time. Empty if it shows no deal.</summary>
    /// <param name="group">The group that sees the post.</param>
    /// <param name="postId">Id of the post.</param>
    /// <param name="deals">The deals in the post.</param>
    /// <param name="postedAt">When it appeared.</param>
    public IReadOnlyList<ShopperVisit> Visits(ShopperGroup group, string postId, IReadOnlyList<SeenDeal> deals, DateTimeOffset postedAt)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(deals);
        if (deals.Count == 0)
            return [];

        var appeals = deals.Select(deal => Appeal(group, deal)).ToList();
        var post = new Post(group, postId, deals, appeals, postedAt);
        return [.. People(post).Concat(Machines(post)).OrderBy(visit => visit.At).ThenBy(visit => visit.UserAgent, StringComparer.Ordinal)];
    }

    /// <summary>From 0, nobody cares, to about 1: the real discount by the taste for the category.</summary>
    private static double Appeal(ShopperGroup group, SeenDeal deal)
    {
        var saved = deal.Price.Fen <= 0 ? 0 : Math.Max(0, deal.Price.Fen - deal.FinalPrice.Fen) / (double)deal.Price.Fen;
        return (0.05 + saved) * Math.Max(0, group.Taste.GetValueOrDefault(deal.Category, 1.0));
    }

    private static double Between(double least, double most, double appeal) => Math.Min(most, least + ((most - least) * appeal));

    private IEnumerable<ShopperVisit> People(Post post)
    {
        var clicks = Between(LeastClicks, MostClicks, post.Appeals.Max());
        for (var member = 0; member < post.Group.Members; member++)
        {
            // Each member has a generator of his own, so that a larger group has the same first members.
            var random = new StableRandom(seed, post.Group.Id, post.Id, member);
            if (!random.Chance(clicks))
                continue;

            foreach (var visit in Visit(post, member, random))
                yield return visit;
        }
    }

    private IEnumerable<ShopperVisit> Visit(Post post, int member, StableRandom random)
    {
        var (phone, address) = PhoneOf(post.Group, member);
        var chosen = Choose(post.Appeals, random);
        var at = post.At + Wait(random);
        var buys = random.Chance(Between(LeastBuys, MostBuys, post.Appeals[chosen]));
        var quantity = buys ? Quantity(random) : 0;
        var comesBack = random.Chance(SecondClickShare);
        var pause = random.Between(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(15));
        var link = post.Deals[chosen].Link;

        // Whoever comes back buys, if at all, the second time.
        yield return new ShopperVisit(at, link, "GET", phone, address, true, buys && !comesBack, comesBack ? 0 : quantity);
        if (comesBack)
            yield return new ShopperVisit(at + pause, link, "GET", phone, address, true, buys, quantity);
    }

    private IEnumerable<ShopperVisit> Machines(Post post)
    {
        var random = new StableRandom(seed, post.Group.Id, post.Id, "machines");
        var count = random.Between(2, 5);
        for (var index = 0; index < count; index++)
        {
            var (method, agent) = index == 0 ? UserAgents.Machines[random.Next(2)] : random.Pick(UserAgents.Machines);
            var after = random.Chance(0.8)
                ? random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40))
                : random.Between(TimeSpan.FromMinutes(10), TimeSpan.FromHours(3));
            yield return new ShopperVisit(
                post.At + after, random.Pick(post.Deals).Link, method, agent, Address("203.0.113", random.Between(200, 254)), false, false, 0);
        }
    }

    private (string Phone, string Address) PhoneOf(ShopperGroup group, int member)
    {
        var random = new StableRandom(seed, group.Id, "member", member);
        var phone = random.Pick(UserAgents.Phones);
        return (phone, random.Chance(0.7) ? Address("198.51.100", random.Between(1, 254)) : Address("203.0.113", random.Between(1, 199)));
    }

    private static string Address(string network, int host) => string.Create(CultureInfo.InvariantCulture, $"{network}.{host}");

    private static int Choose(IReadOnlyList<double> appeals, StableRandom random)
    {
        var drawn = random.NextFraction() * appeals.Sum();
        for (var index = 0; index < appeals.Count - 1; index++)
        {
            drawn -= appeals[index];
            if (drawn < 0)
                return index;
        }

        return appeals.Count - 1;
    }

    // Most look within minutes, some after an hour, a few much later in the day.
    private static TimeSpan Wait(StableRandom random)
    {
        var kind = random.NextFraction();
        var minutes = kind < 0.6 ? Exponential(6, random) : kind < 0.9 ? Exponential(45, random) : 60 + (random.NextFraction() * 360);
        return TimeSpan.FromSeconds(Math.Min(5 + Math.Round(minutes * 60), LongestWait.TotalSeconds));
    }

    private static double Exponential(double mean, StableRandom random) => -mean * Math.Log(1 - random.NextFraction());

    private static int Quantity(StableRandom random) => random.Next(100) switch { < 82 => 1, < 96 => 2, _ => 3 };

    private sealed record Post(
        ShopperGroup Group, string Id, IReadOnlyList<SeenDeal> Deals, IReadOnlyList<double> Appeals, DateTimeOffset At);
}
