using DealBot.Core.Catalog;
using DealBot.Core.Clicks;
using DealBot.Core.Configuration;

namespace DealBot.Host.Web;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can do its work; 503 and why if it can't.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => Results.Json(new { status = "ok" }));
        endpoints.MapGet("/readyz", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        IStateStore state, DealCatalog catalog, LiveConfiguration configuration, ClickRecorder clicks, CancellationToken cancellationToken)
    {
        var database = await IsReadableAsync(state, cancellationToken);
        var report = new
        {
            status = database ? "ok" : "unavailable",
            database,
            deals = catalog.Entries.Count,
            configurationFaults = configuration.PendingFaults.Select(fault => fault.In(Contracts.Language.Chinese)),
            clicksLost = clicks.Lost,
        };
        return Results.Json(report, statusCode: database ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> IsReadableAsync(IStateStore state, CancellationToken cancellationToken)
    {
        try
        {
            await state.GetAsync("ready", cancellationToken);
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
