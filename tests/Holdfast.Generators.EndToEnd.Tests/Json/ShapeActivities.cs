namespace Holdfast.Generators.EndToEnd.Tests.Json;

internal static class ShapeActivities
{
    [Activity]
    public static Task TakeShapes(
        Mutable a, WithInit b, WithRequired c, Positional d, PositionalWithMore e, Big f, Dog g, DerivedClass h, Point i, Money j, Span2 k, Named l, TwoConstructors m,
        SetsRequired n, Node o, Page<Money> p, Page<string> q, Box<Positional> r, Outer s, Hidden t, Callbacks u, Loose v, Collections w, Values x, Weather y, Sides z,
        Colour? colour, Point? point, Dictionary<string, Page<int>> pages, Dictionary<string, object?> bag, Animal animal, Outer.Inner inner) =>
        Task.FromResult((a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, colour, point, pages, bag, animal, inner));

    [Activity]
    public static Task<HoldsUnsupported> TakeUnsupported(Shape a, Polymorphic b, WithExtension c, WithPropertyConverter d, WithField e, Hiding f, Unbound g, (int X, int Y) h, dynamic i, List<HoldsUnsupported> j, Stream k, int[,] l, WithForbiddenProperty m) =>
        Task.FromResult(j is [] ? new HoldsUnsupported(b) : throw new ArgumentException(string.Concat((object?[])[a, c, d, e, f, g, h, (object)i, k, l, m]), nameof(j)));
}
