namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public enum OrderStatus
{
    Open = 0,
    Approved = 1,
}
