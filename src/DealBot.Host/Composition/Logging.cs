using DealBot.Host.Secrets;
using Serilog;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace DealBot.Host.Composition;

/// <summary>Serilog as the settings say; to the console if they say nothing. No known secret passes.</summary>
public static class Logging
{
    private const string Section = "Serilog";
    private const string Levels = "MinimumLevel";

    public static Logger Create(IConfiguration configuration, SecretMask mask)
    {
        // Two loggers: the outer one decides what is worth writing, the inner one where to. What passes between them is cleaned.
        var inner = new LoggerConfiguration().ReadFrom.Configuration(configuration).MinimumLevel.Verbose();
        var sink = new MaskingSink((configuration.GetSection(Section).Exists() ? inner : inner.WriteTo.Console(formatProvider: null)).CreateLogger(), mask);
        return new LoggerConfiguration().ReadFrom.Configuration(LevelsOf(configuration)).WriteTo.Sink(sink).CreateLogger();
    }

    public static ILoggerFactory Factory(Logger logger) => new SerilogLoggerFactory(logger);

    private static IConfigurationRoot LevelsOf(IConfiguration configuration) => new ConfigurationBuilder()
        .AddInMemoryCollection(configuration.GetSection(Section).AsEnumerable().Where(setting => setting.Key.StartsWith($"{Section}:{Levels}", StringComparison.OrdinalIgnoreCase)))
        .Build();
}
