<%@ taglib prefix="form" uri="http://www.springframework.org/tags/form" %>
<%@ taglib prefix="s" uri="/struts-tags" %>
<form:form modelAttribute="guest" action="/guests">
  <form:checkbox path="newsletter" checked="checked"/> <form:label path="newsletter">Newsletter abonnieren</form:label>
</form:form>
<s:form action="book">
  <s:checkbox name="offers" label="Ich möchte Angebote per E-Mail erhalten" value="true" fieldValue="1"/>
</s:form>
