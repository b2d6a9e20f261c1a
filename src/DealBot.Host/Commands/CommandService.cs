using DealBot.Host.Composition;

namespace DealBot.Host.Commands;

/// <summary>The service's parts without its jobs and endpoints, for a command that does one thing and ends.</summary>
internal sealed class CommandService : IAsyncDisposable
{
    private readonly Foundation _foundation;
    private readonly ServiceProvider _services;

    private CommandService(Foundation foundation, ILoggerFactory loggers)
    {
        _foundation = foundation;
        _services = new ServiceCollection()
            .AddSingleton(loggers)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddDealBot(foundation)
            .BuildServiceProvider();
    }

    /// <summary>Loads and checks everything; null after naming every fault.</summary>
    public static async Task<CommandService?> OpenAsync(CommandContext context, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        context.ReadSettings() is { } configuration && await context.LayFoundationAsync(configuration, loggers, cancellationToken) is { } foundation
            ? new CommandService(foundation, loggers)
            : null;

    public Foundation Foundation => _foundation;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _foundation.Dispose();
    }
}
