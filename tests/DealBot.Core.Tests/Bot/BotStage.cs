using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Posting;
using DealBot.Core.Selection;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Bot;

/// <summary>The bot on a real database: what chats tell goes in, answers are read from the outbox. The group mama-1 has it switched on.</summary>
internal sealed class BotStage : IDisposable
{
    public const string Member = "m-1";
    public const string Commander = "boss";

    private int _events;

    public BotStage()
    {
        Posting.Config.Edit(GroupsFile.Name, "\"address\": \"demo\",", "\"address\": \"demo\", \"bot\": true,");
        Posting.Config.Edit(OwnersFile.Name, "\"networkAccounts\"", "\"commanders\": { \"preview\": [\"boss\"] }, \"networkAccounts\"");
        Restart();
    }

    public PostingStage Posting { get; } = new();

    public ChatIntake Intake { get; private set; } = null!;

    public ChatDesk Desk { get; private set; } = null!;

    /// <summary>How often the dispatcher was woken.</summary>
    public int Woken { get; private set; }

    public IChatInbox Inbox => new ChatInbox(Posting.Database);

    private ChatAnswering Answering { get; set; } = null!;

    /// <summary>Everything in memory is gone.</summary>
    public void Restart()
    {
        var scope = new BotScope(Posting.Scope, Posting.Clock, _ =>
        {
            Woken++;
            return Task.CompletedTask;
        });
        IAffiliateNetwork[] networks = [Posting.Network, Posting.OtherNetwork];
        var search = new NetworkSearch(networks, Posting.Configuration, Posting.Clock, NullLogger<NetworkSearch>.Instance);
        var finder = new DealFinder(Posting.Catalog, new DealSelector(SelectionRules.All), search, Posting.Configuration);
        var members = new MemberStore(Posting.Database);
        var overview = new GroupOverview(Posting.Pauses, members, new PostHistory(Posting.Database), Posting.Scope, Posting.Clock);
        var orders = new OwnerOrders(
            new GroupOrders(Posting.Poster, Inbox, finder, new OrderedDeals(Posting.Catalog, new CatalogStore(Posting.Database)), scope),
            Posting.Pauses,
            Posting.Digests,
            overview,
            NullLogger<OwnerOrders>.Instance);
        Answering = new ChatAnswering(Inbox, Posting.Outbox, new MemberAnswers(finder, Posting.Links, scope), orders, scope);
        Desk = new ChatDesk(Inbox, Answering, Posting.Clock, NullLogger<ChatDesk>.Instance);
        Intake = new ChatIntake(Inbox, new ChatPace(Posting.Clock), Desk, Posting.Configuration, Posting.Clock);
    }

    /// <summary>Somebody says something, and whatever is to be answered is.</summary>
    /// <returns>The texts of the answer; none if there is none.</returns>
    public async Task<IReadOnlyList<string>> SayAsync(string text, string sender = Member, string address = "demo", string? eventId = null, DateTimeOffset? at = null, bool isToBot = false)
    {
        var id = eventId ?? $"e{++_events}";
        await TellAsync(new ChatEvent.MessageReceived(address, id, at ?? Posting.Clock.Now, sender, text, isToBot));
        await AnswerAsync();
        return Answers(id, address);
    }

    public async Task TellAsync(ChatEvent chatEvent) => await Intake.For("preview").TakeAsync(chatEvent, default);

    public async Task AnswerAsync()
    {
        foreach (var request in await Inbox.OpenAsync(default))
        {
            await Answering.AnswerAsync(request, default);
        }
    }

    public IReadOnlyList<string> Answers(string eventId, string address = "demo") =>
        Posting.Query<string>($"SELECT text FROM messages WHERE post_id = '{Reply.IdOf(new ChatKey("preview", address, eventId))}' ORDER BY idx");

    public void Dispose() => Posting.Dispose();
}
