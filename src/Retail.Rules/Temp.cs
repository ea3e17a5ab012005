#pragma warning disable
using System;using System.Collections.Generic;using Retail.Rules.Types;
namespace Retail.Rules.Values {
internal static class Exact {
 public static Value Add(in Value a,in Value b)=>default; public static Value Subtract(in Value a,in Value b)=>default; public static Value Multiply(in Value a,in Value b)=>default; public static Value Divide(in Value a,in Value b)=>default;
 public static Value Negate(in Value a)=>default; public static Value Abs(in Value a)=>default; public static Value Floor(in Value a)=>default; public static Value Ceiling(in Value a)=>default; public static Value Round(in Value a,int p)=>default; public static Value Min(in Value a,in Value b)=>default;public static Value Max(in Value a,in Value b)=>default;
 public static int Compare(in Value a,in Value b)=>0; public static bool AreEqual(in Value a,in Value b)=>true; public static int Sign(in Value a)=>0; public static bool IsInteger(in Value a)=>true; public static decimal ToDecimal(in Value a,int p)=>0;
}
internal static class Calendar { public static decimal DayNumber(DateTime d)=>0; public static Value AddDuration(in Value a,in Value b)=>default; }
internal static class ValuePrinting { public static string Print(in Value v, RuleType t)=>""; public static (string Left,string Right) PrintPair(in Value l,RuleType lt,in Value r,RuleType rt)=>("",""); }
}
namespace Retail.Rules.Diagnostics { internal static class Spelling { public static string? Suggest(string n, IEnumerable<string> c)=>null; } }
