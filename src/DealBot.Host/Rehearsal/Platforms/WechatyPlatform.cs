using DealBot.Adapters.Wechaty;
using DealBot.Simulators.Wechaty;

namespace DealBot.Host.Rehearsal.Platforms;

internal static class WechatyPlatform
{
    private const string Puppet = "rehearsal";

    public static async Task<RehearsedPlatform> StartAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var rooms = request.ForEach((_, index) => new WechatyRoom { Puppet = Puppet, Id = $"{20_000_000_001 + index}@chatroom" });
        var names = rooms.ToDictionary(room => room.Value.Id!, room => room.Key);
        var token = $"rehearsal_{new Guid(Convert.FromHexString(PlatformRequest.KeyOf(Puppet)))}";
        var simulator = await WechatySimulator.StartAsync(
            new WechatySimulatorOptions { Time = request.Clock, Token = token, Rooms = [.. names.Select(room => new WechatyChatRoom(room.Key, room.Value))] }, cancellationToken);
        var seen = new List<ChatMessage>();
        return new RehearsedPlatform(
            simulator,
            settings => settings with
            {
                Wechaty = new WechatyOptions
                {
                    Puppets = new Dictionary<string, WechatyPuppet> { [Puppet] = new() { Endpoint = simulator.BaseAddress, Token = token } },
                    Rooms = rooms,
                },
            },
            () =>
            {
                // The puppet's messages bear no time; they came since the last look.
                var now = request.Clock.GetUtcNow();
                seen.AddRange(simulator.Received.Skip(seen.Count).Select(message => new ChatMessage(
                    "wechaty", names[message.Room], now, ChatMessage.Lines(message.Text, message.Title, message.Description, message.Url), message.FileBytes)));
                return seen;
            });
    }
}
