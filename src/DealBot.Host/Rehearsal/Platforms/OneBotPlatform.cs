using DealBot.Adapters.OneBot;
using DealBot.Simulators.OneBot;

namespace DealBot.Host.Rehearsal.Platforms;

internal static class OneBotPlatform
{
    private const string Bot = "rehearsal";
    private const long FirstGroup = 100_000_001;

    public static async Task<RehearsedPlatform> StartAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var groups = request.ForEach((_, index) => new OneBotGroup { Bot = Bot, GroupId = FirstGroup + index });
        var names = groups.ToDictionary(group => group.Value.GroupId, group => group.Key);
        var token = PlatformRequest.KeyOf(Bot);
        var simulator = await OneBotSimulator.StartAsync(
            new OneBotSimulatorOptions { Time = request.Clock, Dialect = OneBotDialect.NapCat, AccessToken = token, Groups = names }, cancellationToken);
        return new RehearsedPlatform(
            simulator,
            settings => settings with
            {
                OneBot = new OneBotOptions { Bots = new Dictionary<string, OneBotBot> { [Bot] = new() { Url = simulator.BaseAddress, AccessToken = token } }, Groups = groups },
            },
            () => [.. simulator.Received.Select(message => new ChatMessage(
                "onebot",
                names[message.GroupId],
                message.At,
                ChatMessage.Lines(message.Parts.Select(part => part.Text)),
                message.Parts.FirstOrDefault(part => !part.Bytes.IsEmpty)?.Bytes ?? default))]);
    }
}
