using DealBot.Core.Posting;
using DealBot.Storage;
using DealBot.Storage.Sqlite;

namespace DealBot.EndToEnd.Commands;

/// <summary><c>dealbot resend</c> on the sample configuration, with a post to a preview group that a crash left unknown.</summary>
public sealed class ResendCommandTests
{
    private const string PostId = "neighbour-b_20260618T012000";

    private SampleTree _tree = null!;

    [SetUp]
    public void SetUp() => _tree = new SampleTree();

    [TearDown]
    public void TearDown() => _tree.Dispose();

    [Test]
    public async Task Without_a_post_it_lists_what_can_be_sent_again()
    {
        await CrashAsync();

        var ended = await _tree.RunAsync("resend");

        Assert.That(ended.Code, Is.Zero, ended.Errors);
        Assert.That(ended.Output, Does.Contain(PostId).And.Contain("滨江苑 3 号楼").And.Contain("未确认").And.Contain("三鲜水饺").And.Contain("dealbot resend 编号"));
    }

    [Test]
    public async Task An_unknown_post_is_sent_again_with_a_warning_and_once()
    {
        await CrashAsync();

        var first = await _tree.RunAsync("resend", PostId);
        var again = await _tree.RunAsync("resend", PostId, "--lang", "en");

        Assert.That(first.Code, Is.Zero, first.Errors);
        Assert.That(first.Output, Does.Contain("三鲜水饺").And.Contain("群里也许会看到两次").And.Contain("已发送"));
        Assert.That(await File.ReadAllLinesAsync(_tree.File("data/preview/neighbour-b/messages.jsonl")), Has.Length.EqualTo(1));
        Assert.That(again.Code, Is.EqualTo(1));
        Assert.That(again.Errors, Does.Contain("was sent; there is nothing to send again"));
    }

    [Test]
    public async Task A_post_that_is_not_there_is_refused_in_words()
    {
        var ended = await _tree.RunAsync("resend", "mama-a_20260618T000000");

        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain("没有推送 mama-a_20260618T000000").And.Not.Contain("   at "));
    }

    private async Task CrashAsync()
    {
        using var database = SqliteDatabase.Open(new StorageOptions { Path = _tree.File("data/dealbot.db") });
        var outbox = new Outbox(database);
        var now = TimeProvider.System.GetUtcNow();
        await outbox.PlanAsync(
            new PlannedPost
            {
                PostId = PostId,
                Kind = PostKind.Slot,
                GroupId = "neighbour-b",
                OwnerId = "zhang",
                Adapter = "preview",
                Address = "neighbour-b",
                DueAt = now,
                ExpiresAt = now.AddMinutes(20),
                Messages = [StoredMessage.OfText("三鲜水饺，券后 19.9 元")],
            },
            CancellationToken.None);
        var leased = (await outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 8, CancellationToken.None)).Single();
        await outbox.BeginSendAsync(leased, 0, now, CancellationToken.None);
        await new PostRecovery(database).EndLeasesAsync(CancellationToken.None);
    }
}
