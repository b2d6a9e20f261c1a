using System.Security.Cryptography;
using System.Text.Json;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;

namespace DealBot.Host.Composition;

/// <summary>
/// Sees at the start whether the adapters' settings have changed since the last one: then the owner may have mended what stopped an account,
/// and each may be tried. A plain restart frees nothing, or a service that restarts again and again would try a block again and again.
/// </summary>
public sealed class AdapterSettingsMark(Foundation foundation, IStateStore state, AccountWatch accounts) : IHostedService
{
    private const string Name = "adapter_settings";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A keyed hash, since the settings hold the robots' keys and no secret belongs in the database.
        var settings = JsonSerializer.SerializeToUtf8Bytes(new { foundation.Settings.Adapters, foundation.Settings.Plugins });
        var mark = Convert.ToHexString(HMACSHA256.HashData(foundation.Keys.Links, settings));
        if (await state.GetAsync(Name, cancellationToken) == mark)
        {
            return;
        }

        await accounts.ResumeStoppedAsync(cancellationToken);
        await state.SetAsync(Name, mark, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
