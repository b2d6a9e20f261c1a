namespace DealBot.Core.Configuration;

/// <summary>Small things that must survive a restart, by name: how far slots are planned, the key of link codes, when paydays were last looked for.</summary>
public interface IStateStore
{
    Task<string?> GetAsync(string name, CancellationToken cancellationToken);

    Task SetAsync(string name, string value, CancellationToken cancellationToken);
}
