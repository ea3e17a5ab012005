namespace Retail.Rules.Dsl.Parsing;

/// <summary>How tightly the operators bind, loosest first.</summary>
internal static class Precedence
{
    public const int Lowest = 0;
    public const int Or = 1;
    public const int And = 2;
    public const int Not = 3;
    public const int Comparison = 4;
    public const int Sum = 5;
    public const int Product = 6;
    public const int Unary = 7;
    public const int Postfix = 8;
    public const int Primary = 9;
}
