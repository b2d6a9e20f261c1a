using Microsoft.Extensions.Logging;

namespace DealBot.Host.Tests.Plugins;

/// <summary>Keeps every line that is logged, with its event number.</summary>
internal sealed class LogLines : ILoggerFactory, ILogger
{
    private readonly List<(int Event, string Text)> _lines = [];

    public IReadOnlyList<(int Event, string Text)> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add((eventId.Id, $"{formatter(state, exception)} {exception?.GetType().Name}"));
        }
    }

    public void Dispose()
    {
    }
}
