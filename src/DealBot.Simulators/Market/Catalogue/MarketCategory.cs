namespace DealBot.Simulators.Market;

/// <summary>A category path of three levels with the platform's numbers.</summary>
public sealed record MarketCategory(int Cid1, string Name1, int Cid2, string Name2, int Cid3, string Name3);
