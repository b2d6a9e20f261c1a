namespace DealBot.Core.Planning;

/// <summary>What lies on the account that posts a slot, and on the address that it goes to.</summary>
internal readonly record struct SlotLoad(AccountLoad Account, AccountLoad Address)
{
    /// <summary>The first limit of the account, then of the address, that a post at the moment would exceed.</summary>
    public Obstacle At(DateTimeOffset at, PostSize size) => Account.At(at, size) is var full && full != Obstacle.None ? full : Address.At(at, size) switch
    {
        Obstacle.Minute => Obstacle.AddressMinute,
        Obstacle.Day => Obstacle.AddressDay,
        var other => other,
    };

    public void Add(DateTimeOffset at, PostSize size)
    {
        Account.Add(at, size);
        Address.Add(at, size);
    }

    public void Want(DateTimeOffset at, PostSize size)
    {
        Account.Want(at, size);
        Address.Want(at, size);
    }

    /// <summary>Which of the two an obstacle speaks of.</summary>
    public AccountLoad Of(Obstacle obstacle) => obstacle is Obstacle.AddressMinute or Obstacle.AddressDay or Obstacle.Month ? Address : Account;
}
