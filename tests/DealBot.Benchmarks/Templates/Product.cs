namespace DealBot.Benchmarks.Templates;

/// <summary>A row of <see cref="ProductList"/>.</summary>
public sealed record Product(string Name, decimal Price, string Description);
