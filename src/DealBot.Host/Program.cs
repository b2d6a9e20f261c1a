using System.Text;
using DealBot.Host;
using DealBot.Host.Commands;
using DealBot.Host.Composition;
using DealBot.Host.Jobs;
using DealBot.Host.Plugins;
using DealBot.Host.Telemetry;
using DealBot.Host.Web;
using Serilog;

Console.OutputEncoding = Encoding.UTF8;
return await CommandLine.InvokeAsync(args, RunAsync);

// dealbot run: load → validate → register features → map endpoints → run.
static async Task<int> RunAsync(CommandContext command, CancellationToken cancellationToken)
{
    if (command.ReadSettings() is not { } configuration)
    {
        return ExitCodes.Fault;
    }

    if (command.OpenLog(configuration) is not { } log)
    {
        return ExitCodes.Fault;
    }

    await using var logging = log;
    using var loggers = Logging.Factory(logging);
    using var hold = command.HoldDatabase(configuration);
    if (hold is null)
    {
        return ExitCodes.Fault;
    }

    using var foundation = await command.LayFoundationAsync(configuration, loggers, cancellationToken);
    if (foundation is null)
    {
        return ExitCodes.Fault;
    }

    var listen = foundation.Settings.Listen;
    if (ListenProbe.Fault(listen) is { } fault)
    {
        command.Error(command.Say($"无法监听 {listen}：{fault.Zh}", $"can't listen on {listen}: {fault.En}"));
        return ExitCodes.Fault;
    }

    using var export = OtlpExport.Start(foundation.Settings.Telemetry);
    var builder = WebPipeline.CreateBuilder(foundation);
    builder.Logging.AddSerilog(logging);
    builder.Services.AddSingleton(new OwnerScreen(command.Language, command.Line));
    builder.Services.AddHostedService<DeadLeases>();
    builder.Services.AddJobs(JobTable.Rows(foundation.Settings));
    builder.Services.AddHostedService<AdapterSettingsMark>();
    builder.Services.AddHostedService<Warmup>();
    builder.Services.AddHostedService<DatabaseWatch>();
    builder.Services.AddHostedService<ChatService>();
    builder.Services.AddHostedService<PluginNotices>();

    await using var app = builder.Build();
    app.UseDealBot();
    try
    {
        await app.RunAsync(cancellationToken);
        return ExitCodes.Done;
    }
    catch (IOException exception)
    {
        command.Error(command.Say($"无法监听 {listen}：{exception.Message}", $"can't listen on {listen}: {exception.Message}"));
        return ExitCodes.Fault;
    }
}
