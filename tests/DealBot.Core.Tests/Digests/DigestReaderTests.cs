using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Groups;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Digests;

public sealed class DigestReaderTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);

    private ConfigFolder _folder = null!;
    private FakeMetrics _metrics = null!;
    private readonly FakeNotices _notices = new();
    private readonly FakeMembers _members = new();
    private TestClock _clock = null!;

    [SetUp]
    public void SetUp() => (_folder, _metrics, _clock) = (new ConfigFolder(), new FakeMetrics(), new TestClock(Some.Shanghai("2026-06-16 00:30")));

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Figures_are_added_up_by_day_hour_and_group_on_the_owners_clock()
    {
        Count("mama-1", "2026-06-15 00:00", clicks: 1, yuan: 1);
        Count("mama-1", "2026-06-15 21:00", clicks: 2, yuan: 1);
        Count("mama-2", "2026-06-15 21:00", clicks: 4, yuan: 9);
        Count("mama-1", "2026-06-14 23:00", clicks: 8);
        Count("mama-1", "2026-06-08 09:00", clicks: 16);
        Count("mama-1", "2026-06-07 09:00", clicks: 32);
        Count("mama-1", "2026-06-02 00:00", clicks: 64);

        var figures = await ReadAsync();

        Assert.That(figures.Today.Clicks, Is.EqualTo(7));
        Assert.That(figures.Yesterday.Clicks, Is.EqualTo(8));
        Assert.That(figures.SevenDays.Clicks, Is.EqualTo(8 + 16), "the 8th is the seventh day before the 15th");
        Assert.That((figures.Hours[0].Clicks, figures.Hours[21].Clicks, figures.Hours.Sum(hour => hour.Clicks)), Is.EqualTo((1, 6, 7)));
        Assert.That(figures.Groups.Select(group => (group.Group.Id, group.Figures.Clicks)), Is.EqualTo(new[] { ("mama-2", 4L), ("mama-1", 3L) }), "most commission first");
        Assert.That(figures.Days, Has.Count.EqualTo(14));
        Assert.That((figures.Days[0].Date, figures.Days[0].Figures.Clicks), Is.EqualTo((new DateOnly(2026, 6, 2), 64L)));
        Assert.That((figures.Days[^1].Date, figures.Days[^1].Figures.Clicks), Is.EqualTo((Day, 7L)));
    }

    [Test]
    public async Task Exactly_the_fourteen_local_days_are_asked_for_the_deals_of_the_day_and_skips_since_the_last_digest()
    {
        await ReadAsync();

        Assert.That(_metrics.Spans, Is.EqualTo(new[]
        {
            ("hours", Some.Shanghai("2026-06-02 00:00"), Some.Shanghai("2026-06-16 00:00")),
            ("groups", Some.Shanghai("2026-06-15 00:00"), Some.Shanghai("2026-06-16 00:00")),
            ("deals", Some.Shanghai("2026-06-15 00:00"), Some.Shanghai("2026-06-16 00:00")),
            ("skips", Some.Shanghai("2026-06-14 21:30"), Some.Shanghai("2026-06-15 21:30")),
            ("flags", Some.Shanghai("2026-06-14 21:30"), Some.Shanghai("2026-06-15 21:30")),
            ("command posts", Some.Shanghai("2026-06-15 00:00"), Some.Shanghai("2026-06-16 00:00")),
            ("held back", Some.Shanghai("2026-06-14 21:30"), Some.Shanghai("2026-06-15 21:30")),
            ("unattributed", Some.Shanghai("2026-06-15 00:00"), Some.Shanghai("2026-06-16 00:00")),
            ("drift", Some.Shanghai("2026-06-14 21:30"), Some.Shanghai("2026-06-15 21:30")),
        }));
    }

    [Test]
    public async Task Days_that_are_over_are_shown_whole_while_the_day_is_not()
    {
        _clock.Now = Some.Shanghai("2026-06-15 21:30");
        Count("mama-1", "2026-06-14 21:00", clicks: 1);
        Count("mama-1", "2026-06-14 22:00", clicks: 100);

        var figures = await ReadAsync();

        Assert.That(figures.Days[^2].Figures.Clicks, Is.EqualTo(101));
    }

    [Test]
    public async Task Forbidden_words_that_went_out_are_told() =>
        Assert.That((await ReadAsync()).Flags, Is.EqualTo(new[] { new FlagCount("第一", 2) }));

    [Test]
    public async Task What_the_owner_had_to_be_told_is_that_from_digest_to_digest()
    {
        Assert.That((await ReadAsync()).Notices, Is.EqualTo(new[] { _notices.Notice }));
        Assert.That(_notices.Span, Is.EqualTo(("li", Some.Shanghai("2026-06-14 21:30"), Some.Shanghai("2026-06-15 21:30"))));
    }

    [Test]
    public async Task A_day_that_is_not_over_is_compared_with_the_same_whole_hours_of_the_days_before()
    {
        _clock.Now = Some.Shanghai("2026-06-15 21:30");
        Count("mama-1", "2026-06-15 20:00", clicks: 3);
        Count("mama-1", "2026-06-15 21:00", clicks: 40);
        Count("mama-1", "2026-06-14 20:00", clicks: 1);
        Count("mama-1", "2026-06-14 21:00", clicks: 100);
        Count("mama-1", "2026-06-13 23:00", clicks: 100);

        var figures = await ReadAsync();

        Assert.That((figures.SoFar.Clicks, figures.Yesterday.Clicks, figures.SevenDays.Clicks), Is.EqualTo((3L, 1L, 1L)));
        Assert.That(figures.Today.Clicks, Is.EqualTo(43));
        Assert.That(figures.MeanDays, Is.EqualTo(2), "only days with anything on record count for the mean");
    }

    [Test]
    public async Task Groups_without_anything_are_named_with_nothing()
    {
        var figures = await ReadAsync();

        Assert.That(figures.Groups.Select(group => group.Group.Id), Is.EqualTo(new[] { "mama-1", "mama-2" }));
        Assert.That(figures.Groups.Select(group => group.Figures), Is.All.EqualTo(Figures.None));
    }

    [Test]
    public async Task Members_are_those_of_the_day_and_of_the_owners_groups()
    {
        _members.Days.Add(new MemberDay("mama-1", Day, 480, 3, 1));
        _members.Days.Add(new MemberDay("mama-1", Day.AddDays(-1), 478, 0, 0));
        _members.Days.Add(new MemberDay("another", Day, 100, 0, 0));

        var figures = await ReadAsync();

        Assert.That(figures.Members.Values, Is.EqualTo(new[] { _members.Days[0] }));
    }

    [TestCase("Asia/Shanghai", 1 + 2 + 4 + 32)]
    [TestCase("Asia/Kolkata", 2 + 4 + 8 + 64)]
    [TestCase("Europe/Berlin", 4 + 8 + 16 + 64)]
    public async Task Days_are_those_of_the_owners_zone_whatever_it_was_before_and_an_hour_counts_to_the_day_it_begins_in(string zone, long clicks)
    {
        (string, int)[] hours =
        [
            ("2026-06-14T16:00Z", 1), ("2026-06-14T18:00Z", 32), ("2026-06-14T19:00Z", 2), ("2026-06-14T22:00Z", 4), ("2026-06-15T16:00Z", 8), ("2026-06-15T18:00Z", 64), ("2026-06-15T19:00Z", 16),
        ];
        foreach (var (hour, number) in hours)
        {
            _metrics.Hours.Add(new HourlyMetrics("mama-1", DateTimeOffset.Parse(hour, CultureInfo.InvariantCulture), Figures.None with { Clicks = number }));
        }

        _folder.Edit(OwnersFile.Name, "\"at\": \"21:30\"", $"\"at\": \"21:30\", \"timeZone\": \"{zone}\"");
        var figures = await ReadAsync();

        Assert.That(figures.Today.Clicks, Is.EqualTo(clicks));
        Assert.That(figures.Hours.Sum(hour => hour.Clicks), Is.EqualTo(clicks));
    }

    private void Count(string group, string hour, long clicks, decimal yuan = 0) =>
        _metrics.Hours.Add(new HourlyMetrics(group, Some.Shanghai(hour), Figures.None with { Clicks = clicks, Commission = Money.FromYuan(yuan) }));

    private Task<DigestFigures> ReadAsync()
    {
        var configuration = _folder.Open();
        return new DigestReader(_metrics, _notices, _members, configuration, _clock).ReadAsync(configuration.Current.Owner("li"), Day, default);
    }

    private sealed class FakeNotices : INoticeStore
    {
        public (string OwnerId, DateTimeOffset From, DateTimeOffset Until)? Span { get; private set; }

        public KeptNotice Notice { get; } = new("account_slow", "preview/demo", Some.Phrase, Some.Morning, Some.Morning, 1, null);

        public Task<IReadOnlyList<KeptNotice>> ListAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Span = (ownerId, from, until);
            return Task.FromResult<IReadOnlyList<KeptNotice>>([Notice]);
        }

        public Task KeepAsync(string ownerId, Notice notice, DateTimeOffset at, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<(string OwnerId, DateTimeOffset? LastTold)>> WaitingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<KeptNotice>> ClaimAsync(string ownerId, string postId, int max, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ToldAsync(string postId, DateTimeOffset at, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class FakeMetrics : IMetricsStore
    {
        public List<HourlyMetrics> Hours { get; } = [];

        public List<(string What, DateTimeOffset From, DateTimeOffset Until)> Spans { get; } = [];

        public Task<IReadOnlyList<HourlyMetrics>> HourlyAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("hourly", from, until));
            return Task.FromResult<IReadOnlyList<HourlyMetrics>>([.. Within(groupIds, from, until)]);
        }

        public Task<IReadOnlyList<HourTotal>> HoursAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("hours", from, until));
            return Task.FromResult<IReadOnlyList<HourTotal>>([.. Within(groupIds, from, until).GroupBy(hour => hour.Hour).Select(hours => new HourTotal(hours.Key, Figures.Sum(hours.Select(hour => hour.Figures))))]);
        }

        public Task<IReadOnlyDictionary<string, Figures>> GroupsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("groups", from, until));
            return Task.FromResult<IReadOnlyDictionary<string, Figures>>(Within(groupIds, from, until).GroupBy(hour => hour.GroupId).ToDictionary(hours => hours.Key, hours => Figures.Sum(hours.Select(hour => hour.Figures))));
        }

        private IEnumerable<HourlyMetrics> Within(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until) =>
            Hours.Where(hour => hour.Hour >= from && hour.Hour < until && groupIds.Contains(hour.GroupId));

        public Task<IReadOnlyList<DealResult>> DealsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("deals", from, until));
            return Task.FromResult<IReadOnlyList<DealResult>>([]);
        }

        public Task<IReadOnlyDictionary<string, long>> CommandPostsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("command posts", from, until));
            return Task.FromResult<IReadOnlyDictionary<string, long>>(new Dictionary<string, long> { ["mama-1"] = 2 });
        }

        public Task<IReadOnlyList<SkipCount>> SkipsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("skips", from, until));
            return Task.FromResult<IReadOnlyList<SkipCount>>([]);
        }

        public Task<IReadOnlyList<FlagCount>> FlagsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("flags", from, until));
            return Task.FromResult<IReadOnlyList<FlagCount>>([new FlagCount("第一", 2)]);
        }

        public Task<IReadOnlyList<HeldBackCount>> HeldBackAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("held back", from, until));
            return Task.FromResult<IReadOnlyList<HeldBackCount>>([new HeldBackCount("jd", "2001402", Some.Phrase, 2, new Money(345))]);
        }

        public Task<UnattributedOrders> UnattributedAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("unattributed", from, until));
            return Task.FromResult(new UnattributedOrders(2, Money.FromYuan(3)));
        }

        public Task<RecheckCount> RechecksAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
            => Task.FromResult(new RecheckCount(4, 1));

        public Task<Drift?> DriftAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
        {
            Spans.Add(("drift", from, until));
            return Task.FromResult<Drift?>(null);
        }
    }
}
