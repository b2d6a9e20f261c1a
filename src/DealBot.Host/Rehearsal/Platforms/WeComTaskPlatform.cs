using DealBot.Adapters.WeComTask;
using DealBot.Simulators.WeComTask;

namespace DealBot.Host.Rehearsal.Platforms;

/// <summary>Owners confirm each task as soon as it is there.</summary>
internal static class WeComTaskPlatform
{
    private const string Company = "ww1a2b3c4d5e6f7a8b";
    private const string Sender = "rehearsal";
    private const int Application = 1000002;
    private const int MembersOfAChat = 200;

    public static async Task<RehearsedPlatform> StartAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var chats = request.ForEach((_, index) => new WeComTaskChat { ChatId = $"wrRehearsal{index + 1:0000}", Sender = Sender });
        var names = chats.ToDictionary(chat => chat.Value.ChatId, chat => chat.Key);
        var secret = PlatformRequest.KeyOf(Company);
        var simulator = await WeComTaskSimulator.StartAsync(
            new WeComTaskSimulatorOptions
            {
                Time = request.Clock,
                CorpId = Company,
                Secret = secret,
                AgentId = Application,
                Chats = chats.ToDictionary(chat => chat.Value.ChatId, chat => new WeComSimulatedChat(chat.Key, Sender, MembersOfAChat)),
            },
            cancellationToken);
        return new RehearsedPlatform(
            simulator,
            settings => settings with
            {
                WeComTask = new WeComTaskOptions { BaseUrl = simulator.BaseAddress, CorpId = Company, Secret = secret, AgentId = Application, Chats = chats },
            },
            () =>
            {
                foreach (var task in simulator.Tasks.Where(task => task.ConfirmedAt is null))
                {
                    simulator.Confirm(task.Id);
                }

                return [.. simulator.Tasks.Select(task => new ChatMessage("wecomtask", names[task.ChatId], task.At, TextOf(task), task.Picture ?? default))];
            });
    }

    private static string? TextOf(WeComSimulatedTask task) =>
        task.LinkTitle is { } title ? ChatMessage.Lines(task.Text, title, task.LinkDescription, task.LinkUrl) : task.Text;
}
