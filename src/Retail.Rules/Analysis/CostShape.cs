using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Analysis;

/// <summary>How long the lists of a value may be, at every depth. Immutable; made as far as it is asked about, since types may nest widely.</summary>
internal abstract class CostShape
{
    /// <summary>A value without lists, or with none in it.</summary>
    public static readonly CostShape Single = new NoList();

    /// <summary>A value that nothing is known about.</summary>
    public static readonly CostShape Unknown = new AnyLists();

    /// <summary>The length of the list that it is.</summary>
    public abstract CostFormula Length { get; }

    /// <summary>Each item of the list that it is.</summary>
    public abstract CostShape Item { get; }

    /// <summary>A member of the record that it is.</summary>
    public abstract CostShape Member(int index);

    /// <summary>A fact, or what is inside one.</summary>
    /// <param name="path">What it is called in formulas.</param>
    /// <param name="type">Its type.</param>
    public static CostShape OfFact(string path, RuleType type) => type.Kind is TypeKind.List or TypeKind.Record ? new Fact(path, type) : Single;

    public static CostShape OfConstant(in Value value, RuleType type)
    {
        if (value.Reference is not Composite composite)
            return Single;
        var parts = Enumerable.Range(0, composite.Count);
        return type.Kind switch
        {
            TypeKind.List => OfList(CostFormula.Of(composite.Count), parts.Aggregate(Single, (either, i) => either.Or(OfConstant(composite.Items[i], type.Element!)))),
            TypeKind.Record => OfRecord(parts.Select(i => OfConstant(composite.Items[i], type.Record!.Fields[i].Type)).ToArray()),
            _ => Single,
        };
    }

    public static CostShape OfList(CostFormula length, CostShape item) => new List(length, item);

    public static CostShape OfRecord(params IReadOnlyList<CostShape> members) => new Record(members);

    /// <summary>A bound of two values of which it may be either.</summary>
    public CostShape Or(CostShape other) =>
        ReferenceEquals(this, other) || ReferenceEquals(other, Single) ? this : ReferenceEquals(this, Single) ? other : new Either(this, other);

    private sealed class NoList : CostShape
    {
        public override CostFormula Length => CostFormula.Zero;

        public override CostShape Item => this;

        public override CostShape Member(int index) => this;
    }

    private sealed class AnyLists : CostShape
    {
        public override CostFormula Length => CostFormula.Unbounded;

        public override CostShape Item => this;

        public override CostShape Member(int index) => this;
    }

    private sealed class Fact(string path, RuleType type) : CostShape
    {
        public override CostFormula Length => CostFormula.LengthOf(path);

        public override CostShape Item => OfFact(path, type.Element!);

        public override CostShape Member(int index)
        {
            var field = type.Record!.Fields[index];
            var given = OfFact(path + "." + field.Name, field.Type);
            return field.Default is { } value ? given.Or(OfConstant(value, field.Type)) : given;
        }
    }

    private sealed class List(CostFormula length, CostShape item) : CostShape
    {
        public override CostFormula Length => length;

        public override CostShape Item => item;

        public override CostShape Member(int index) => Unknown;
    }

    private sealed class Record(IReadOnlyList<CostShape> members) : CostShape
    {
        public override CostFormula Length => CostFormula.Unbounded;

        public override CostShape Item => Unknown;

        public override CostShape Member(int index) => members[index];
    }

    private sealed class Either(CostShape left, CostShape right) : CostShape
    {
        public override CostFormula Length => left.Length.Or(right.Length);

        public override CostShape Item => left.Item.Or(right.Item);

        public override CostShape Member(int index) => left.Member(index).Or(right.Member(index));
    }
}
