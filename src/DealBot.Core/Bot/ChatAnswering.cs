using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Bot;

/// <summary>Answers one request: who may → what is wanted → do it → the answer into the outbox → done.</summary>
public sealed class ChatAnswering(IChatInbox inbox, IOutbox outbox, MemberAnswers members, OwnerOrders orders, BotScope scope)
{
    /// <summary>Whoever asked has stopped waiting by then.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <returns>The answer's post and what was asked; null if nothing is said.</returns>
    public async Task<(string PostId, BotVerb Verb)?> AnswerAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        (string, BotVerb)? answered = null;
        if (scope.Time.GetUtcNow() - request.At < Fresh
            && CommandOf(request) is { } command
            && !await outbox.ExistsAsync(Reply.IdOf(request.Key), cancellationToken).ConfigureAwait(false))
        {
            var answer = await AnswerAsync(request, command, cancellationToken).ConfigureAwait(false);
            answered = answer is not null && await PlanAsync(request, answer, cancellationToken).ConfigureAwait(false) ? (Reply.IdOf(request.Key), command.Verb) : null;

            // What was ordered may have put something else there to be sent.
            await scope.WakeAsync(cancellationToken).ConfigureAwait(false);
        }

        await inbox.DoneAsync(request.Key, cancellationToken).ConfigureAwait(false);
        return answered;
    }

    private BotCommand? CommandOf(ChatRequest request) =>
        BotCommandReader.Read(request.Text, scope.Posting.Configuration.Current.Bot.Words, request.IsToBot);

    private async Task<BotAnswer?> AnswerAsync(ChatRequest request, BotCommand command, CancellationToken cancellationToken)
    {
        if (request.IsTooMuch)
        {
            return new BotAnswer(BotText.Patience);
        }

        var configuration = scope.Posting.Configuration.Current;
        var chat = BotChat.Of(configuration, request.Key.Adapter, request.Key.Address);
        var commanded = chat.CommandedBy(configuration, request.Key.Adapter, request.SenderId);
        if (commanded.Count > 0 && (command.IsOwners || chat.Groups.Count == 0))
        {
            return command.Verb is BotVerb.Find or BotVerb.Coupon
                ? new BotAnswer(BotText.AskInGroup)
                : await orders.DoAsync(new OwnerOrder(command, commanded, request.Key, request.At, chat.Groups.Count > 0), configuration, cancellationToken).ConfigureAwait(false);
        }

        // To anybody else the owner's words are no words.
        return command.IsOwners || chat.Groups.Count == 0 ? null : await members.AnswerAsync(command, chat.Groups[0], request.Key, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> PlanAsync(ChatRequest request, BotAnswer answer, CancellationToken cancellationToken)
    {
        var (adapter, address) = (request.Key.Adapter, request.Key.Address);
        var configuration = scope.Posting.Configuration.Current;
        var chat = BotChat.Of(configuration, adapter, address);
        if (!scope.Posting.Adapters.TryGetValue(adapter, out var platform)
            || (answer.Group?.Owner ?? OwnerOf(chat)) is not { } owner)
        {
            return false;
        }

        // A limit so small that a link does not fit in it leaves nothing to say.
        var (text, limits) = (answer.Text.In(chat.Language), platform.LimitsFor(address));
        var texts = MessageSplitter.Split(text, limits.TextLength, limits.TextUnit) ?? [BotText.NoLink.In(chat.Language)];
        var now = scope.Time.GetUtcNow();
        return await outbox.PlanAsync(
            new PlannedPost
            {
                PostId = Reply.IdOf(request.Key),
                Kind = PostKind.Reply,
                GroupId = answer.Group?.Id,
                OwnerId = owner,
                Adapter = adapter,
                Address = address,
                DueAt = now,
                ExpiresAt = now + Fresh,
                Messages = [.. texts.Select(StoredMessage.OfText)],
                Deals = answer.Deals ?? [],
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static string? OwnerOf(BotChat chat) => chat switch
    {
        { Groups: [var group, ..] } => group.Owner,
        { Readers: [var owner, ..] } => owner.Id,
        _ => null,
    };
}
