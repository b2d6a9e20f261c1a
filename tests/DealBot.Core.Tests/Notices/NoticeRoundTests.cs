using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;
using DealBot.Core.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Notices;

public sealed class NoticeRoundTests
{
    private static readonly Notice Slow = new("li", "account_slow", "preview/demo", new Phrase("账号 preview/demo 发得太快", "preview/demo posts too fast"));

    private PostingStage _stage = null!;
    private OwnerNotices _notices = null!;
    private NoticeRound _round = null!;

    [SetUp]
    public void SetUp()
    {
        _stage = new PostingStage();
        Restart();
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task An_owner_is_told_at_once_where_he_reads_the_digest()
    {
        await _notices.TellAsync(Slow, default);

        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));

        Assert.That(Posts(), Is.EqualTo(new[] { ("notice", "li", "preview", "owner", "planned") }));
        Assert.That(Texts().Single(), Is.EqualTo("🔔 DealBot 提醒\n· 06-01 09:00 账号 preview/demo 发得太快"));
    }

    [Test]
    public async Task Nothing_to_tell_is_no_post()
    {
        Assert.That(await _round.RunAsync(default), Is.Zero);
        Assert.That(Posts(), Is.Empty);
    }

    [Test]
    public async Task What_comes_soon_after_waits_and_is_told_as_one()
    {
        await _notices.TellAsync(Slow, default);
        await _round.RunAsync(default);
        await _notices.TellAsync(Slow, default);
        _stage.Clock.Advance(TimeSpan.FromMinutes(5));
        await _notices.TellAsync(Slow, default);
        await _notices.TellAsync(Slow with { Subject = "preview/demo2" }, default);
        await _round.RunAsync(default);
        Assert.That(Posts(), Has.Count.EqualTo(1), "too soon");

        _stage.Clock.Advance(TimeSpan.FromMinutes(5));
        await _round.RunAsync(default);

        Assert.That(Posts(), Has.Count.EqualTo(2));
        Assert.That(Texts()[^1], Does.Contain("06-01 09:00 账号 preview/demo 发得太快（共 2 次，最近 06-01 09:05）\n· 06-01 09:05 账号"));
    }

    [Test]
    public async Task A_notice_to_nobody_in_particular_goes_to_every_owner()
    {
        var owners = File.ReadAllText(Path.Combine(_stage.Config.Path, OwnersFile.Name));
        var li = owners[(owners.IndexOf('[') + 1)..owners.LastIndexOf(']')];
        _stage.Config.Edit(OwnersFile.Name, li, $"{li},{li.Replace("\"li\"", "\"wang\"", StringComparison.Ordinal).Replace("\"jd\": \"main\"", "\"pdd\": \"main\"", StringComparison.Ordinal)}");
        Assert.That(_stage.Configuration.Refresh(), Is.Empty);

        await _notices.TellAsync(Slow with { OwnerId = null }, default);

        Assert.That(await _round.RunAsync(default), Is.EqualTo(2));
        Assert.That(Posts().Select(post => post.Owner), Is.EquivalentTo(new[] { "li", "wang" }));
    }

    [Test]
    public async Task A_notice_about_a_post_of_notices_is_logged_and_not_told()
    {
        await _notices.TellAsync(Slow with { Kind = "post_unknown", Subject = "notice.li_20260601T010000" }, default);

        Assert.That(await _round.RunAsync(default), Is.Zero);
    }

    [Test]
    public async Task Notices_wait_while_the_account_that_they_would_go_to_is_stopped_and_go_out_when_it_may_be_tried()
    {
        await StopAsync("owner", TimeSpan.FromHours(6));
        await _notices.TellAsync(Slow, default);

        Assert.That(await _round.RunAsync(default), Is.Zero);

        _stage.Clock.Advance(TimeSpan.FromHours(6));
        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));
    }

    [Test]
    public async Task A_crash_between_claiming_and_planning_loses_nothing_and_doubles_nothing()
    {
        await _notices.TellAsync(Slow, default);
        await _stage.Notices.ClaimAsync("li", "notice.li_1", 5, default);

        await _round.RunAsync(default);
        await _round.RunAsync(default);

        Assert.That(_stage.Query<string>("SELECT post_id FROM posts"), Is.EqualTo(new[] { "notice.li_1" }));
    }

    [Test]
    public async Task A_notice_that_the_database_does_not_take_is_kept_in_memory_and_written_later()
    {
        var store = new FailingStore(_stage.Notices) { Fails = true };
        _notices = new OwnerNotices(store, _stage.Configuration, _stage.Clock, NullLogger<OwnerNotices>.Instance);

        Assert.That(async () => await _notices.TellAsync(Slow, default), Throws.Nothing, "who tells of a full disk must not fail for it");
        store.Fails = false;
        Restart(_notices);

        Assert.That(await _round.RunAsync(default), Is.EqualTo(1));
    }

    [Test]
    public async Task The_digest_repeats_what_was_told()
    {
        _stage.WriteTemplate("digests/daily.sbn-txt", "{{ for notice in notices }}{{ notice.time }} {{ notice.kind }} {{ notice.text }}{{ end }}");
        await _notices.TellAsync(Slow, default);
        await _round.RunAsync(default);

        _stage.Clock.Now = Some.Shanghai("2026-06-01 21:30");
        await _stage.Digests.RunAsync(default);

        Assert.That(Texts(), Has.Some.EqualTo("09:00 account_slow 账号 preview/demo 发得太快"));
    }

    private void Restart(OwnerNotices? notices = null)
    {
        _notices = notices ?? new OwnerNotices(_stage.Notices, _stage.Configuration, _stage.Clock, NullLogger<OwnerNotices>.Instance);
        _round = new NoticeRound(
            _notices,
            _stage.Notices,
            _stage.Outbox,
            new NoticeScope(_stage.Scope, _stage.Accounts, _stage.Clock, new NoticeOptions()),
            NullLogger<NoticeRound>.Instance);
    }

    private Task StopAsync(string address, TimeSpan time) => _stage.Accounts.SaveAsync(
        new AccountKey("preview", address),
        new AccountState { Phase = AccountPhase.Open, Since = _stage.Clock.Now, ChangedAt = _stage.Clock.Now, Until = _stage.Clock.Now + time, Reason = Some.Phrase },
        default);

    private IReadOnlyList<(string Kind, string Owner, string Adapter, string Address, string State)> Posts() =>
        _stage.Query<(string, string, string, string, string)>("SELECT kind, owner_id, adapter, address, state FROM posts ORDER BY due_at, post_id");

    private IReadOnlyList<string> Texts() => _stage.Query<string>("SELECT text FROM messages WHERE text IS NOT NULL ORDER BY post_id");

    private sealed class FailingStore(INoticeStore store) : INoticeStore
    {
        public bool Fails { get; set; }

        public Task KeepAsync(string ownerId, Notice notice, DateTimeOffset at, CancellationToken cancellationToken) =>
            Fails ? throw new SqliteException("disk full", 13) : store.KeepAsync(ownerId, notice, at, cancellationToken);

        public Task<IReadOnlyList<(string OwnerId, DateTimeOffset? LastTold)>> WaitingAsync(CancellationToken cancellationToken) => store.WaitingAsync(cancellationToken);

        public Task<IReadOnlyList<KeptNotice>> ClaimAsync(string ownerId, string postId, int max, CancellationToken cancellationToken) =>
            store.ClaimAsync(ownerId, postId, max, cancellationToken);

        public Task ToldAsync(string postId, DateTimeOffset at, CancellationToken cancellationToken) => store.ToldAsync(postId, at, cancellationToken);

        public Task<IReadOnlyList<KeptNotice>> ListAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
            store.ListAsync(ownerId, from, until, cancellationToken);
    }
}
