using Serilog;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace DealBot.Host.Composition;

/// <summary>Serilog as the settings say; to the console if they say nothing.</summary>
public static class Logging
{
    public static Logger Create(IConfiguration configuration)
    {
        var logger = new LoggerConfiguration().ReadFrom.Configuration(configuration);
        return (configuration.GetSection("Serilog").Exists() ? logger : logger.WriteTo.Console(formatProvider: null)).CreateLogger();
    }

    public static ILoggerFactory Factory(Logger logger) => new SerilogLoggerFactory(logger);
}
