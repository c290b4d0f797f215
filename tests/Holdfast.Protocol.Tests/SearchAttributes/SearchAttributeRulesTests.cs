namespace Holdfast.Protocol.Tests;

public sealed class SearchAttributeRulesTests
{
    public static TheoryData<string, int> Names => new()
    {
        { string.Empty, 1040 },
        { "a`b", 1040 },
        { "a\nb", 1040 },
        { "WorkflowId", 1040 },
        { "TemporalMine", 1040 },
        { new string('x', 65), 1041 },
        { new string('x', 64), 0 },
        { "Größe in cm", 0 },
    };

    [Fact]
    public void The_attributes_of_the_system_have_the_names_and_types_that_Temporals_tools_know()
    {
        Assert.Equal(
            "CloseTime:Datetime ExecutionDuration:Int ExecutionStatus:Keyword ExecutionTime:Datetime HistoryLength:Int HistorySizeBytes:Int ParentRunId:Keyword ParentWorkflowId:Keyword RootRunId:Keyword "
            + "RootWorkflowId:Keyword RunId:Keyword StartTime:Datetime StateTransitionCount:Int TaskQueue:Keyword WorkflowId:Keyword WorkflowType:Keyword",
            Listed(SystemSearchAttributes.OfRuns));
        Assert.Equal(
            "BatcherNamespace:Keyword BatcherUser:Keyword BinaryChecksums:KeywordList BuildIds:KeywordList TemporalChangeVersion:KeywordList TemporalExternalPayloadCount:Int "
            + "TemporalExternalPayloadSizeBytes:Int TemporalNamespaceDivision:Keyword TemporalPauseInfo:KeywordList TemporalReportedProblems:KeywordList TemporalSchedulePaused:Bool "
            + "TemporalScheduledById:Keyword TemporalScheduledStartTime:Datetime TemporalUsedWorkerDeploymentVersions:KeywordList TemporalWorkerDeployment:Keyword "
            + "TemporalWorkerDeploymentVersion:Keyword TemporalWorkerVersioningRampThreshold:Double TemporalWorkflowVersioningBehavior:Keyword",
            Listed(SystemSearchAttributes.Predefined));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_short_printable_and_not_reserved(string name, int code) =>
        Assert.Equal(code, SearchAttributeRules.OfName(name)?.Code.Number ?? 0);

    [Fact]
    public void Limits_are_100_keys_2_KiB_a_value_and_40_KiB_in_all()
    {
        Assert.Null(SearchAttributeRules.Of(Keys(count: 100, chars: 10)));
        Assert.Equal(ErrorCodes.SearchAttributeLimitExceeded, SearchAttributeRules.Of(Keys(count: 101, chars: 10))?.Code);
        Assert.Null(SearchAttributeRules.Of(Keys(count: 1, chars: 2046)));
        Assert.Equal(ErrorCodes.SearchAttributeLimitExceeded, SearchAttributeRules.Of(Keys(count: 1, chars: 2047))?.Code);
        Assert.Null(SearchAttributeRules.Of(Keys(count: 19, chars: 2046)));
        Assert.Null(SearchAttributeRules.Of(Keys(count: 20, chars: 2042 + 1))); // 20 * (2,045 with quotes) + 50 of names: 10 below
        Assert.Equal(ErrorCodes.SearchAttributeLimitExceeded, SearchAttributeRules.Of(Keys(count: 20, chars: 2042 + 2))?.Code);
    }

    [Theory]
    [InlineData("WorkflowType", SearchAttributeType.Keyword)]
    [InlineData("HistorySizeBytes", SearchAttributeType.Int)]
    [InlineData("TemporalExternalPayloadCount", SearchAttributeType.Int)]
    [InlineData("TemporalExternalPayloadSizeBytes", SearchAttributeType.Int)]
    [InlineData("TemporalWorkerDeployment", SearchAttributeType.Keyword)]
    [InlineData("TemporalWorkerDeploymentVersion", SearchAttributeType.Keyword)]
    [InlineData("TemporalWorkflowVersioningBehavior", SearchAttributeType.Keyword)]
    public void What_the_engine_keeps_cannot_be_set(string name, SearchAttributeType type) =>
        Assert.Equal(ErrorCodes.SearchAttributeInvalid, SearchAttributeRules.Of(Of(name, type == SearchAttributeType.Int ? SearchAttributeValue.OfInt(1) : SearchAttributeValue.OfKeyword("x")))?.Code);

    [Theory]
    [InlineData("TemporalChangeVersion")]
    [InlineData("BinaryChecksums")]
    [InlineData("BuildIds")]
    [InlineData("TemporalPauseInfo")]
    [InlineData("TemporalReportedProblems")]
    public void What_SDKs_and_tools_set_can_be_set(string name) => Assert.Null(SearchAttributeRules.Of(Of(name, SearchAttributeValue.OfKeywordList(["x"]))));

    [Fact]
    public void A_predefined_attribute_has_its_type()
    {
        Assert.Null(SearchAttributeRules.Of(Of("BuildIds", SearchAttributeValue.OfKeywordList(["1"]))));
        Assert.Equal(ErrorCodes.SearchAttributeTypeConflict, SearchAttributeRules.Of(Of("BuildIds", SearchAttributeValue.OfKeyword("1")))?.Code);
    }

    [Fact]
    public void An_attribute_keeps_the_type_of_its_first_use()
    {
        var types = new SearchAttributeTypesByUse();

        Assert.Null(SearchAttributeTyping.Problem(Of("Region", SearchAttributeValue.OfInt(1)), "default", types));
        Assert.Null(SearchAttributeTyping.Admit(Of("Region", SearchAttributeValue.OfKeyword("eu")), "default", types));
        Assert.Equal(ErrorCodes.SearchAttributeTypeConflict, SearchAttributeTyping.Problem(Of("Region", SearchAttributeValue.OfInt(1)), "default", types)?.Code);
        Assert.Null(SearchAttributeTyping.Problem(Of("Region", SearchAttributeValue.OfInt(1)), "other", types));
    }

    [Fact]
    public void The_registered_type_is_written_into_payloads_that_name_none()
    {
        var types = new SearchAttributeTypesByUse();
        types.Admit("default", "Note", SearchAttributeType.Text);
        var untyped = PayloadMap.Of([new("Note", new Payload(Payload.JsonEncoding, "\"hello\""u8.ToArray()))]);

        Assert.Null(SearchAttributeTyping.Problem(untyped, "default", types));
        Assert.Equal(Of("Note", SearchAttributeValue.OfText("hello")), SearchAttributeTyping.Typed(untyped, "default", types));
    }

    private static string Listed(IReadOnlyDictionary<string, SearchAttributeType> attributes) =>
        string.Join(' ', attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}:{a.Value}"));

    private static PayloadMap Of(string name, SearchAttributeValue value) => PayloadMap.Of([new(name, SearchAttributePayload.Encode(value))]);

    private static PayloadMap Keys(int count, int chars) =>
        PayloadMap.Of(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"k{i}", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(new string('x', chars))))));
}
