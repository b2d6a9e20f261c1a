using System.Globalization;
using DealBot.Adapters.Telegram;
using DealBot.Simulators.Telegram;

namespace DealBot.Host.Rehearsal.Platforms;

internal static class TelegramPlatform
{
    private const string Bot = "rehearsal";
    private const long FirstChat = -1_001_000_000_001;

    public static async Task<RehearsedPlatform> StartAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var names = request.Addresses.Select((name, index) => (name, id: FirstChat - index)).ToDictionary(chat => chat.id, chat => chat.name);
        var chats = names.ToDictionary(
            chat => chat.Value, chat => new TelegramChat { Bot = Bot, ChatId = chat.Key.ToString(CultureInfo.InvariantCulture) });
        var token = $"100200300:{PlatformRequest.KeyOf(Bot)}";
        var simulator = await TelegramSimulator.StartAsync(
            new TelegramSimulatorOptions { Time = request.Clock, Bots = new Dictionary<string, string> { [token] = "rehearsal_bot" }, Chats = names }, cancellationToken);
        return new RehearsedPlatform(
            simulator,
            settings => settings with
            {
                Telegram = new TelegramOptions
                {
                    BaseUrl = simulator.BaseAddress,
                    Bots = new Dictionary<string, TelegramBot> { [Bot] = new() { Token = token, Username = "rehearsal_bot" } },
                    Chats = chats,
                },
            },
            () => [.. simulator.Received.Select(message => new ChatMessage(
                "telegram", names[message.ChatId], message.At, ChatMessage.Lines(message.Text, message.Button, message.ButtonUrl), message.Photo))]);
    }
}
