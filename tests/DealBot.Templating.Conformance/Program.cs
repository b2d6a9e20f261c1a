using DealBot.Templating.Conformance;

// Usage: dotnet run --project tests/DealBot.Templating.Conformance -- DIR
return await Conformance.RunAsync(args, Console.Out, Console.Error);
