using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Groups;

public sealed class MemberRoundTests
{
    private ConfigFolder _folder = null!;
    private FakeMembers _members = null!;
    private Roster _adapter = null!;
    private TestClock _clock = null!;
    private MemberRound _round = null!;

    [SetUp]
    public void SetUp()
    {
        (_folder, _members, _adapter, _clock) = (new ConfigFolder(), new FakeMembers(), new Roster(), new TestClock(Some.Morning));
        _round = Round();
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Each_group_is_counted_once_a_day_by_its_own_clock_and_what_is_not_told_is_not_guessed()
    {
        _adapter.Count = address => address == "demo" ? 480 : null;

        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));
        Assert.That(await _round.RunAsync(default), Is.Zero);
        Assert.That(await Round().RunAsync(default), Is.Zero, "a restart does not ask again for what is known");
        _clock.Now = Some.Shanghai("2026-06-02 00:00");
        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));

        Assert.That(_members.Days.Select(day => (day.GroupId, day.Day, day.Members)), Is.EqualTo(new[] { ("mama-1", new DateOnly(2026, 6, 1), (long?)480), ("mama-1", new DateOnly(2026, 6, 2), 480) }));
        Assert.That(_adapter.Asked.Count(address => address == "demo2"), Is.EqualTo(2), "the restart, which knows nothing of it, asks once more");
    }

    [Test]
    public async Task Group_that_can_not_be_counted_keeps_no_other_and_is_tried_again_in_an_hour()
    {
        _adapter.Count = address => address == "demo" ? throw new HttpRequestException("no") : 12;

        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));
        _clock.Advance(TimeSpan.FromMinutes(59));
        await _round.RunAsync(default);
        Assert.That(_adapter.Asked.Count(address => address == "demo"), Is.EqualTo(1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        _adapter.Count = _ => 7;
        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));
    }

    private MemberRound Round() => new(
        _members,
        new PostingScope(new Dictionary<string, IMessagingAdapter> { ["preview"] = _adapter }, new PublicLinks(new Uri("https://d.example/")), _folder.Open(), new PostingOptions()),
        _clock,
        NullLogger<MemberRound>.Instance);

    private sealed class Roster : IMessagingAdapter, IGroupRoster
    {
        public Func<string, int?> Count { get; set; } = _ => null;

        public List<string> Asked { get; } = [];

        public string Name => "preview";

        public AdapterLimits Limits { get; } = new() { Kinds = MessageKinds.Text, TextLength = 2048 };

        public bool Knows(string address) => true;

        public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent());

        public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(AddressReport.Proven());

        public Task<int?> CountMembersAsync(string address, CancellationToken cancellationToken)
        {
            Asked.Add(address);
            return Task.FromResult(Count(address));
        }
    }
}
