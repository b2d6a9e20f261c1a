using DealBot.Core.Bot;
using Microsoft.Extensions.Hosting;

namespace DealBot.Host.Jobs;

/// <summary>Listens to chats and answers in them, for as long as the service runs.</summary>
public sealed class ChatService(ChatListening listening, ChatDesk desk) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(listening.RunAsync(stoppingToken), desk.RunAsync(stoppingToken));
}
