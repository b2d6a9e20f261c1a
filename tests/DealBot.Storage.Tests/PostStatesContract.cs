using DealBot.Contracts;
using DealBot.Core.Planning;
using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage.Tests;

/// <summary>
/// The table of transitions against the storage: every operation is tried in every state, and does what the table says or nothing at all.
/// </summary>
public abstract class PostStatesContract : StorageContract
{
    private const string Lease = "the-lease";

    private static readonly DateTimeOffset Due = Some.Morning;
    private static readonly string PostId = Some.Slot().PostId;

    private static readonly (PostState State, bool IsPrepared)[] Starts =
    [
        .. Enum.GetValues<PostState>().Select(state => (state, true)),
        (PostState.Planned, false),
        (PostState.Skipped, false),
    ];

    [Test]
    public async Task Every_operation_leads_where_the_table_says_and_changes_nothing_where_it_is_not_allowed([ValueSource(nameof(Starts))] (PostState State, bool IsPrepared) start)
    {
        foreach (var operation in Enum.GetValues<PostOperation>())
        {
            Set(start.State, start.IsPrepared);
            var before = Everything();

            await TryAsync(operation, start.State);

            if (PostTransitions.Allows(start.State, start.IsPrepared, operation, out var to))
            {
                Assert.That(State(), Is.EqualTo(to), $"{operation} in {start}");
                Assert.That(Everything(), Is.Not.EqualTo(before), $"{operation} in {start}");
            }
            else
            {
                Assert.That(Everything(), Is.EqualTo(before), $"{operation} in {start}");
            }
        }
    }

    [Test]
    public void Every_operation_is_allowed_somewhere_every_state_can_be_reached_and_sent_is_final()
    {
        var allowed = (from start in Starts
                       from operation in Enum.GetValues<PostOperation>()
                       let isAllowed = PostTransitions.Allows(start.State, start.IsPrepared, operation, out var to)
                       where isAllowed
                       select (start.State, Operation: operation)).ToList();
        var reached = Starts.SelectMany(start => Enum.GetValues<PostOperation>()
            .Select(operation => PostTransitions.Allows(start.State, start.IsPrepared, operation, out var to) ? to : null));

        Assert.That(allowed.Select(pair => pair.Operation).Distinct(), Is.EquivalentTo(Enum.GetValues<PostOperation>()));
        Assert.That(reached, Is.SupersetOf(Enum.GetValues<PostState>().Cast<PostState?>()));
        Assert.That(allowed.Where(pair => pair.State == PostState.Sent), Is.Empty);
    }

    /// <summary>A post of one message in the state, as the operations that lead there would have left it.</summary>
    private void Set(PostState state, bool isPrepared)
    {
        var row = new
        {
            PostId,
            state = Names.Of(state),
            prepared = isPrepared ? 1 : 0,
            due = Due.ToUnixTimeMilliseconds(),
            expires = Due.AddMinutes(20).ToUnixTimeMilliseconds(),
            lease = state is PostState.Leased or PostState.Sending or PostState.Unknown ? Lease : null,
            until = state is PostState.Leased or PostState.Sending ? Due.AddMinutes(2).ToUnixTimeMilliseconds() : (long?)null,
            reason = state is PostState.Skipped or PostState.Failed or PostState.Unknown or PostState.Awaiting ? "some" : null,
            message = Names.Of(state is PostState.Leased or PostState.Skipped ? PostState.Planned : state),
        };
        Array.ForEach(["messages", "attempts", "metrics_hourly", "posts"], table => Stage.Execute($"DELETE FROM {table}"));
        Stage.Execute(
            """
            INSERT INTO posts (post_id, kind, group_id, owner_id, adapter, address, due_at, planned_at, expires_at, state, prepared, next_attempt_at,
                lease, lease_until, reason_code, reason_zh, reason_en, considered, rejections, ad_law_flags)
            VALUES (@PostId, 'slot', 'mama-1', 'li', 'preview', 'demo', @due, @due, @expires, @state, @prepared, @due,
                @lease, @until, @reason, @reason, @reason, 0, '{}', '')
            """,
            row);
        if (isPrepared)
        {
            Stage.Execute("INSERT INTO messages (post_id, idx, kind, text, state, attempts) VALUES (@PostId, 0, 'text', 'words', @message, 0)", row);
        }
    }

    private Task TryAsync(PostOperation operation, PostState state)
    {
        var held = new LeasedPost(PostId, Lease, "preview", "demo", [new LeasedMessage(0, 0, StoredMessage.OfText("words"))]);
        var unknown = new UnknownPost(PostId, "mama-1", "li", "preview", "demo", Due, 0, StoredMessage.OfText("words"), "words", Some.Phrase);
        var awaiting = new AwaitingMessage
        {
            PostId = PostId,
            Index = 0,
            OwnerId = "li",
            Adapter = "preview",
            Address = "demo",
            TaskId = "task",
            Since = Due,
            Reason = Some.Phrase,
            IsTold = true,
        };
        Task Record(MessageOutcome outcome) => Stage.Outbox.RecordAsync(held, 0, outcome, Due, default);
        return operation switch
        {
            PostOperation.Prepare => Stage.Outbox.PlanAsync(Some.Post(PostId), default),
            PostOperation.Skip => Stage.Outbox.SkipAsync(new SkippedPost(Some.Slot(), PostKind.Slot, SkipReason.NoDeal, SelectionReport.None), default),
            PostOperation.Withdraw => Stage.Plan.LayAsync(new PlanRevision(Due, "stamp", [PostId], [], []), Due, default),
            PostOperation.Lease => Stage.Outbox.LeaseDueAsync(Due, TimeSpan.FromMinutes(2), 8, default),
            PostOperation.Release => Stage.Outbox.ReleaseAsync(held, Due, default),
            PostOperation.PrepareAnew => Stage.Outbox.WithdrawAsync(held, SkipReason.CouponExpired, Due, default),
            PostOperation.GiveUp => Stage.Outbox.WithdrawAsync(held, SkipReason.CouponExpired, Due.AddMinutes(20), default),
            PostOperation.EndLease => Stage.Recovery.EndLeasesAsync(default),
            // What is leased or sending is not touched before its lease ends, which is another operation.
            PostOperation.GrowStale => state is PostState.Leased or PostState.Sending ? Task.CompletedTask : Stage.Outbox.LeaseDueAsync(Due.AddMinutes(20), TimeSpan.FromMinutes(2), 8, default),
            PostOperation.BeginSend => Stage.Outbox.BeginSendAsync(held, 0, Due, default),
            PostOperation.RecordSent => Record(new MessageOutcome.Sent("id")),
            PostOperation.RecordAwaiting => Record(new MessageOutcome.Awaiting("task", Some.Phrase)),
            PostOperation.Confirm => Stage.Confirmations.ConfirmAsync(awaiting, Due, default),
            PostOperation.EndUnconfirmed => Stage.Confirmations.EndAsync(awaiting, Some.Phrase, default),
            PostOperation.LoseSight => Stage.Confirmations.LoseAsync(awaiting, Some.Phrase, default),
            PostOperation.RecordTryAgain => Record(new MessageOutcome.TryAgain(Due.AddSeconds(30), Some.Phrase)),
            PostOperation.RecordFailed => Record(new MessageOutcome.Failed(Some.Phrase)),
            PostOperation.RecordUnknown => Record(new MessageOutcome.Unknown(Some.Phrase)),
            PostOperation.ProveDelivered => Stage.Recovery.SettleAsync(unknown, new DeliveryProof.Delivered(), Due, default),
            PostOperation.ProveNotDelivered => Stage.Recovery.SettleAsync(unknown, new DeliveryProof.NotDelivered(), Due, default),
            PostOperation.Resend => ResendAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "not tried yet"),
        };
    }

    private async Task ResendAsync() => await Stage.Resends.ResendAsync((await Stage.Resends.FindAsync(PostId, default))!, Due, Due.AddMinutes(20), default);

    private PostState? State() => Stage.Query<string>("SELECT state FROM posts").SingleOrDefault() is { } state ? Names.StateOf(state) : null;

    private List<string> Everything() =>
    [
        .. Stage.Query<string>(
            """
            SELECT post_id || state || prepared || COALESCE(lease, '-') || COALESCE(lease_until, '-') || next_attempt_at || expires_at || planned_at
                || COALESCE(reason_code, '-') || COALESCE(sent_at, '-') || resends || reviewed FROM posts
            """),
        .. Stage.Query<string>("SELECT post_id || idx || state || attempts || COALESCE(text, '-') || COALESCE(platform_id, '-') FROM messages"),
        .. Stage.Query<string>("SELECT group_id || posts FROM metrics_hourly"),
        .. Stage.Query<string>("SELECT post_id FROM attempts"),
    ];
}
