using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>A document and what it needs of others. Filled while documents are looked up, immutable afterwards.</summary>
internal sealed class Document(RuleSetDefinition definition)
{
    public RuleSetDefinition Definition { get; } = definition;

    public string Name => Definition.Name.Text;

    public DocumentKind Kind => Definition.Kind;

    /// <summary>What it uses, with the place that says so, in the order of the text.</summary>
    public List<(Identifier Place, Document Target)> Uses { get; } = [];

    /// <summary>What it lies over, if it is a layer.</summary>
    public Document? Base { get; set; }

    /// <summary>It and all its parts, in the order of their uses: what is one text but for the files.</summary>
    public IReadOnlyList<Document> WithParts()
    {
        var found = new List<Document>();
        Collect(this);
        return found;

        void Collect(Document document)
        {
            if (found.Contains(document))
                return;
            found.Add(document);
            foreach (var (_, target) in document.Uses.Where(use => use.Target.Kind == DocumentKind.Part))
                Collect(target);
        }
    }

    /// <summary>The rulesets and layers that it is made of, the lowest first and itself last.</summary>
    public IReadOnlyList<Document> Stack()
    {
        var stack = new List<Document>();
        for (var document = this; document is not null; document = document.Base)
            stack.Insert(0, document);
        return stack;
    }

    /// <summary>Everything that it uses, directly or through what it uses.</summary>
    public HashSet<Document> Reach()
    {
        var reached = new HashSet<Document>();
        Collect(this);
        return reached;

        void Collect(Document document)
        {
            foreach (var (_, target) in document.Uses)
            {
                if (reached.Add(target))
                    Collect(target);
            }
        }
    }

    /// <summary>A kind with its article, for messages.</summary>
    public static string A(DocumentKind kind) => kind switch
    {
        DocumentKind.Vocabulary => "a vocabulary",
        DocumentKind.Part => "a part",
        DocumentKind.Layer => "a layer",
        _ => "a ruleset",
    };
}
