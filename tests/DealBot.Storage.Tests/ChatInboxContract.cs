using DealBot.Core.Bot;
using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

/// <summary>What is wanted of the bot, until it is dealt with.</summary>
public abstract class ChatInboxContract : StorageContract
{
    private static readonly ChatRequest Request = new(new ChatKey("onebot", "room", "1"), Some.Morning, "m-1", "找 纸尿裤", IsToBot: true, IsTooMuch: false);

    private IChatInbox Inbox => Stage.Inbox;

    [Test]
    public async Task Request_is_open_until_it_is_done_and_known_ever_after()
    {
        Assert.That(await Inbox.KnowsAsync(Request.Key, default), Is.False);
        Assert.That(await Inbox.KeepAsync(Request, default), Is.True);
        Assert.That(await Inbox.OpenAsync(default), Is.EqualTo(new[] { Request }));

        await Inbox.DoneAsync(Request.Key, default);

        Assert.That(await Inbox.OpenAsync(default), Is.Empty);
        Assert.That(await Inbox.KnowsAsync(Request.Key, default), Is.True);
        Assert.That(await Inbox.KeepAsync(Request, default), Is.False);
        Assert.That(Stage.One<string>("SELECT COALESCE(sender, '-') || COALESCE(text, '-') FROM chat_events"), Is.EqualTo("--"), "words are forgotten");
    }

    [Test]
    public async Task Same_id_in_another_chat_is_another_event()
    {
        await Inbox.KeepAsync(Request, default);
        var elsewhere = Request with { Key = Request.Key with { Address = "other" }, At = Some.Morning.AddSeconds(1), IsTooMuch = true };

        Assert.That(await Inbox.KeepAsync(elsewhere, default), Is.True);
        Assert.That(await Inbox.OpenAsync(default), Is.EqualTo(new[] { Request, elsewhere }));
    }

    [Test]
    public async Task Next_post_that_is_claimed_is_the_same_however_often_it_is_asked_for()
    {
        await Inbox.KeepAsync(Request, default);
        await LayAsync(9);
        await LayAsync(10);

        var claimed = await Inbox.ClaimNextAsync(Request.Key, "mama-1", default);
        await Stage.Outbox.SkipAsync(new SkippedPost(Some.Slot(Some.Shanghai("2026-06-01 09:00")), PostKind.Slot, SkipReason.ByOwner, SelectionReport.None), default);

        Assert.That(claimed!.Value.PostId, Is.EqualTo("mama-1_20260601T010000"));
        Assert.That(await Inbox.ClaimNextAsync(Request.Key, "mama-1", default), Is.EqualTo(claimed.Value with { IsSkipped = true }));
        Assert.That(await Inbox.ClaimNextAsync(Request.Key, "mama-2", default), Is.Null);
    }

    [Test]
    public async Task Post_of_a_request_is_its_own_and_the_same_however_often_it_is_asked_for()
    {
        var other = Request with { Key = Request.Key with { EventId = "2" } };
        await Inbox.KeepAsync(Request, default);
        await Inbox.KeepAsync(other, default);
        await LayAsync(9);
        string[] proposed = ["mama-1_20260601T010000", "mama-1_20260601T010001", "mama-1_20260601T010002"];

        Assert.That(await Inbox.ClaimPostAsync(Request.Key, proposed, default), Is.EqualTo(proposed[1]), "the first is there");
        Assert.That(await Inbox.ClaimPostAsync(Request.Key, proposed, default), Is.EqualTo(proposed[1]));
        Assert.That(await Inbox.ClaimPostAsync(Request.Key, ["mama-2_20260601T010001"], default), Is.EqualTo("mama-2_20260601T010001"), "another group's");
        Assert.That(await Inbox.ClaimPostAsync(other.Key, proposed, default), Is.EqualTo(proposed[2]));
        Assert.That(await Inbox.ClaimPostAsync(other.Key, [.. proposed[..2]], default), Is.Null);
    }

    private Task LayAsync(int hour)
    {
        var slot = Some.Slot(Some.Shanghai($"2026-06-01 {hour:00}:00"));
        var laid = new LaidSlot(new Core.Planning.PlannedSlot(slot, slot.At, Moved: null), slot.At.AddMinutes(20));
        return Stage.Plan.LayAsync(new PlanRevision(slot.At, "stamp", [], [laid], []), Some.Morning.AddHours(-1), default);
    }
}
