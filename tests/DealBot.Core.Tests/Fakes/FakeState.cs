using DealBot.Core.Configuration;

namespace DealBot.Core.Tests.Fakes;

internal sealed class FakeState : IStateStore
{
    private readonly Dictionary<string, string> _values = [];

    public Task<string?> GetAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_values.GetValueOrDefault(name));

    public Task SetAsync(string name, string value, CancellationToken cancellationToken)
    {
        _values[name] = value;
        return Task.CompletedTask;
    }
}
