using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>A declaration on its way into the composed model, and the document that it comes from. Immutable.</summary>
internal sealed record Piece(Declaration Declaration, Document Document);
