using DealBot.Host.Jobs;
using DealBot.Host.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DealBot.Host.Tests.Jobs;

/// <summary>A host that has one job and nothing else.</summary>
internal static class JobHost
{
    public static IHost Open(JobRow row)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DealBotMeter>();
        builder.Services.AddMetrics();
        builder.Services.AddJobs([row]);
        return builder.Build();
    }
}
